/** Liveness and readiness over HTTP, in the shape of MicroProfile Health. */
@NullMarked
package org.restante.web.health;

import org.jspecify.annotations.NullMarked;
