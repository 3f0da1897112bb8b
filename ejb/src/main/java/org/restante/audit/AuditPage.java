package org.restante.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/**
 * Some records, the newest first.
 *
 * @param next where the page after this one begins; null when there is none
 */
public record AuditPage(List<AuditRecord> records, @Nullable AuditPlace next) {

    /** How many records a page may have at most. */
    public static final int MAX_LIMIT = 1000;

    public AuditPage {
        records = List.copyOf(records);
    }

    /** The page of what was found, of which one more than wanted was asked for. */
    public static AuditPage of(List<AuditRecord> found, int limit) {
        if (found.size() <= limit) {
            return new AuditPage(found, null);
        }
        List<AuditRecord> records = found.subList(0, limit);
        return new AuditPage(records, records.get(limit - 1).place());
    }

    /**
     * How many records are wanted.
     *
     * @throws InvalidInputException unless so many can be had at once
     */
    public static int requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "must be 1 to " + MAX_LIMIT);
        }
        return limit;
    }
}
