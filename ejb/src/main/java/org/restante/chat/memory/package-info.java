/** The state of conversations in this process, gone with it. */
@NullMarked
package org.restante.chat.memory;

import org.jspecify.annotations.NullMarked;
