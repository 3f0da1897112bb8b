package org.restante.audit;

import java.time.Instant;

/**
 * A change that was recorded.
 *
 * @param number higher for what came later to the same trail
 * @param at by the clock of the database
 */
public record AuditRecord(long number, Instant at, AuditEntry entry) {

    /** Where it stands in the trail. */
    public AuditPlace place() {
        return new AuditPlace(at, number);
    }
}
