@NullMarked
package org.restante.web.entry;

import org.jspecify.annotations.NullMarked;
