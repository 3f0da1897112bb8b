@NullMarked
package org.restante.web.path;

import org.jspecify.annotations.NullMarked;
