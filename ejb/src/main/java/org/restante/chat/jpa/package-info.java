/** The state of conversations as rows of the shared database, part of the caller's transaction where that is wanted. */
@NullMarked
package org.restante.chat.jpa;

import org.jspecify.annotations.NullMarked;
