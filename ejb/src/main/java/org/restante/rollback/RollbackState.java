package org.restante.rollback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the last comparison of the database with its witnesses came to. */
public sealed interface RollbackState {

    /** There was none yet; the reason is for people. */
    record NotCompared(String reason) implements RollbackState {}

    /** The database is where it was seen last, or an operator has acknowledged that it is not. */
    record Consistent() implements RollbackState {}

    /**
     * The database was set back, and nobody has acknowledged it yet.
     *
     * @param expected when it was seen last
     * @param found where it is back: about the time of the backup; null when it is older than every witness's first sighting
     */
    record RolledBack(Instant expected, @Nullable Instant found) implements RollbackState {}
}
