/** Tokens as rows of the shared database. */
@NullMarked
package org.restante.access.jpa;

import org.jspecify.annotations.NullMarked;
