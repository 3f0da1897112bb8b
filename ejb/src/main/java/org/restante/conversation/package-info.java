/**
 * Handles the messages of conversations: those of one conversation one after the other, on whichever node, each once, and none
 * is lost. A message is kept before it is handled, and taken away in the transaction of its handling; what a node that died
 * leaves behind, another one picks up.
 */
@NullMarked
package org.restante.conversation;

import org.jspecify.annotations.NullMarked;
