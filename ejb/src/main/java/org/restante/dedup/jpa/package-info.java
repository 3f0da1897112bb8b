/** Claims as rows of the shared database, part of the caller's transaction where that is wanted. */
@NullMarked
package org.restante.dedup.jpa;

import org.jspecify.annotations.NullMarked;
