/** The witness of a node that has no file: it notices what happens while the process runs. */
@NullMarked
package org.restante.rollback.memory;

import org.jspecify.annotations.NullMarked;
