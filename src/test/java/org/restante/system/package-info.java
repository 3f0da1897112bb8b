/**
 * Restante as it is deployed: the packaged EAR on real servers and one PostgreSQL. {@link
 * org.restante.system.PackagedEar} goes into a server with tests inside it, {@link org.restante.system.Nodes} are two
 * servers that are asked over HTTP and killed.
 */
@NullMarked
package org.restante.system;

import org.jspecify.annotations.NullMarked;
