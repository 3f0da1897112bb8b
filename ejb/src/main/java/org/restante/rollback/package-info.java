/**
 * Notices that the database was restored from an older backup: what witnesses outside it saw last is compared with what it
 * holds. Knows nothing of entries; whoever is asked for readiness asks here too.
 */
@NullMarked
package org.restante.rollback;

import org.jspecify.annotations.NullMarked;
