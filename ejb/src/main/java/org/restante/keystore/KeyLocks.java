package org.restante.keystore;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.restante.storage.StorageUnavailableException;

/** Where locks are kept, and the transaction that goes with them. Thread-safe. */
public interface KeyLocks {

    /** Whether the calling thread has a transaction that {@link #holding} would join. */
    boolean joins();

    /**
     * Runs the work holding the locks, in the caller's transaction where there is one that can be joined, else in one of its
     * own. They are set free when that transaction ends, however it ends, and also when the process dies.
     *
     * @param locks each once, in their order
     * @param limits how long is waited for them, and after what time a transaction of its own is rolled back by force
     * @throws LockTimeoutException when they were not had in time
     * @throws LockInterruptedException when the thread is interrupted while it waits in line for them
     * @throws StorageUnavailableException when the store cannot be reached
     */
    <T> T holding(List<LockKey> locks, Limits limits, Function<Held, T> work);

    /**
     * How long things may take.
     *
     * @param lockWait until the locks are had
     * @param transaction from then until the end of the work
     */
    record Limits(Duration lockWait, Duration transaction) {}

    /**
     * The locks that are held.
     *
     * @param token the fencing token of all of them: larger than any that was given for one of them before
     * @param giveUp sets them free and rolls back, from another thread and while the work is still running; in the caller's
     *     transaction it does nothing, since they are held until that ends
     */
    record Held(long token, Runnable giveUp) {}
}
