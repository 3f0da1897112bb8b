/** Sent messages in the shared database, for those who must have them after a restart of all nodes. */
@NullMarked
package org.restante.retry.jpa;

import org.jspecify.annotations.NullMarked;
