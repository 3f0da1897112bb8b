/** The witness that all nodes of a cluster have in common: it knows also what nodes saw that are gone, as long as one lives. */
@NullMarked
package org.restante.rollback.grid;

import org.jspecify.annotations.NullMarked;
