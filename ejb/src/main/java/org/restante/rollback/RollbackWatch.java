package org.restante.rollback;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.restante.storage.StorageUnavailableException;

/** Whether the database was set back, by a restored backup for instance. Thread-safe. */
public interface RollbackWatch {

    /** As of this node's last comparison; asks nobody. */
    RollbackState state();

    /**
     * Compares the database with what its witnesses saw last, and lets them see what it holds now. Called at start and
     * regularly; a failure is told in the log and leaves the state as it was.
     *
     * @return whether the database could be asked
     */
    boolean compare();

    /**
     * Takes the database as it is, for all nodes and for good: each goes on from there, at once or with its next comparison.
     *
     * @param by who acknowledges, for the log
     * @param within runs what acknowledges, once, and says what that said; in a transaction with more, for instance
     * @return false when no witness has told anything to acknowledge; nothing is changed then
     * @throws StorageUnavailableException when the database cannot be asked; nothing is known about the outcome
     */
    boolean acknowledge(String by, Predicate<BooleanSupplier> within);

    /** The same by itself. */
    default boolean acknowledge(String by) {
        return acknowledge(by, BooleanSupplier::getAsBoolean);
    }

    /** Where no database is used there is nothing to watch. */
    static RollbackWatch idle() {
        return new RollbackWatch() {
            @Override
            public RollbackState state() {
                return new RollbackState.Consistent();
            }

            @Override
            public boolean compare() {
                return true;
            }

            @Override
            public boolean acknowledge(String by, Predicate<BooleanSupplier> within) {
                return within.test(() -> false);
            }
        };
    }
}
