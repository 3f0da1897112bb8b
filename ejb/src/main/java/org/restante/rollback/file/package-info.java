/** The witness of a node: a small file beside the database, which outlives the process. */
@NullMarked
package org.restante.rollback.file;

import org.jspecify.annotations.NullMarked;
