/** Sent messages of a profile over HTTP, and how often each may be sent again. */
@NullMarked
package org.restante.web.retry;

import org.jspecify.annotations.NullMarked;
