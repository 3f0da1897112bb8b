@NullMarked
package org.restante.settings;

import org.jspecify.annotations.NullMarked;
