/** Tokens of one process, for where there is no database. */
@NullMarked
package org.restante.access.memory;

import org.jspecify.annotations.NullMarked;
