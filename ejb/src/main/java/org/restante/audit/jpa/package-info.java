/** The audit trail as rows of the shared database, written in the caller's transaction. */
@NullMarked
package org.restante.audit.jpa;

import org.jspecify.annotations.NullMarked;
