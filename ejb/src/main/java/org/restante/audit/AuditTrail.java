package org.restante.audit;

import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;
import org.restante.storage.StorageUnavailableException;

/** Who changed what by hand, as far back as records are kept. Thread-safe. */
public interface AuditTrail {

    /**
     * Records a change, in the caller's transaction where there is one: then it is there when that commits, and only then.
     *
     * @throws StorageUnavailableException when the database cannot be asked; nothing is known about the outcome
     */
    void record(AuditEntry entry);

    /**
     * The records before a place, the newest first.
     *
     * @param before the {@link AuditPage#next} of the page before; null to begin with the newest record
     * @throws InvalidInputException unless limit is 1 to {@value AuditPage#MAX_LIMIT}
     */
    AuditPage page(@Nullable AuditPlace before, int limit);

    /** Drops some records that are older than records are kept; whether there may be more. */
    boolean sweep();
}
