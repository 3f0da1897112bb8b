/**
 * Recently sent messages: what was sent is remembered for a while, so that it can be sent again when its recipient could not
 * read it. Strictly bounded for each profile, expiring, and shared by the nodes.
 */
@NullMarked
package org.restante.retry;

import org.jspecify.annotations.NullMarked;
