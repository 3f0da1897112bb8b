/** Tests of conversations that are handled here and there. */
@NullMarked
package org.restante.conversation;

import org.jspecify.annotations.NullMarked;
