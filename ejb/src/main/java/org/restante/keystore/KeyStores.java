package org.restante.keystore;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;
import org.restante.storage.EntryValues;
import org.restante.storage.StorageAdapter;
import org.restante.transaction.Retry;

/** The key stores of all profiles, over one adapter and its locks. Thread-safe. */
public final class KeyStores {

    private final StorageAdapter adapter;
    private final EntryValues values;
    private final KeyLocks locks;
    private final Conduct conduct;

    /** One transaction of this thread, whatever its profile: two would be two transactions of the database. */
    @SuppressWarnings("ThreadLocalUsage") // two stores are two transactions in one thread
    private final ThreadLocal<@Nullable OpenTransaction> running = new ThreadLocal<>();

    /**
     * How transactions are conducted.
     *
     * @param limits how long they may take
     * @param retry of transient failures
     * @param timer ends those that take too long
     */
    public record Conduct(KeyLocks.Limits limits, Retry retry, ExpiryTimer timer) {}

    public KeyStores(StorageAdapter adapter, EntryValues values, KeyLocks locks, Conduct conduct) {
        this.adapter = adapter;
        this.values = values;
        this.locks = locks;
        this.conduct = conduct;
    }

    /** The keys of one profile. */
    public KeyStore of(ProfileId profile) {
        return new ProfileKeyStore(profile, this);
    }

    StorageAdapter adapter() {
        return adapter;
    }

    EntryValues values() {
        return values;
    }

    KeyLocks locks() {
        return locks;
    }

    Conduct conduct() {
        return conduct;
    }

    /** The transaction whose work the calling thread runs. */
    @Nullable OpenTransaction running() {
        return running.get();
    }

    /** Runs the work as that of the transaction. */
    <T> T running(OpenTransaction transaction, Supplier<T> work) {
        running.set(transaction);
        try {
            return work.get();
        } finally {
            running.remove();
        }
    }
}
