/** Sent messages in this process, gone with it. */
@NullMarked
package org.restante.retry.memory;

import org.jspecify.annotations.NullMarked;
