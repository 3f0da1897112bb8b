/** Tells the nodes of the cluster. */
@NullMarked
package org.restante.conversation.grid;

import org.jspecify.annotations.NullMarked;
