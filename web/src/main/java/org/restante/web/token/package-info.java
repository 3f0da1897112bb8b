/** Bearer tokens over HTTP. */
@NullMarked
package org.restante.web.token;

import org.jspecify.annotations.NullMarked;
