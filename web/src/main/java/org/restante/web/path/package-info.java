/** Names in paths: read from the raw request, so that no server's own decoding gets between client and engine. */
@NullMarked
package org.restante.web.path;

import org.jspecify.annotations.NullMarked;
