package org.restante.web.rollback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.restante.rollback.RollbackState;

/**
 * Whether the database went back, as it is answered.
 *
 * @param expected when it was seen last; null unless it went back
 * @param found where it is back; null also when that is not known
 */
public record RollbackReport(
        boolean rolledBack,
        @Nullable Instant expected,
        @Nullable Instant found) {

    static RollbackReport of(RollbackState state) {
        return state instanceof RollbackState.RolledBack back
                ? new RollbackReport(true, back.expected(), back.found())
                : new RollbackReport(false, null, null);
    }
}
