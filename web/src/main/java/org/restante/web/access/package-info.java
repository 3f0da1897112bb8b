/** Who calls and what they may do, decided in filters before anything else sees a request; no server realm is needed. */
@NullMarked
package org.restante.web.access;

import org.jspecify.annotations.NullMarked;
