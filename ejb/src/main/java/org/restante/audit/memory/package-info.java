/** The audit trail of one process, for where there is no database. */
@NullMarked
package org.restante.audit.memory;

import org.jspecify.annotations.NullMarked;
