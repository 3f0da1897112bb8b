@NullMarked
package org.restante.web.undertow;

import org.jspecify.annotations.NullMarked;
