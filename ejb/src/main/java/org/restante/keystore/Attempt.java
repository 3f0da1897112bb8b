package org.restante.keystore;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.restante.entry.ProfileId;
import org.restante.storage.StorageUnavailableException;
import org.restante.transaction.TransientFailures;

/** One run of a transaction's work, from taking the locks to the commit. For one thread. */
final class Attempt<T> {

    private static final Logger LOG = System.getLogger(KeyStore.class.getName());

    private final KeyStores stores;
    private final ProfileId profile;
    private final List<LockKey> locks;
    private boolean written;

    Attempt(KeyStores stores, ProfileId profile, List<LockKey> locks) {
        this.stores = stores;
        this.profile = profile;
        this.locks = locks;
    }

    T run(KeyWork<KeyTransaction, T, ?> work) {
        written = false;
        try {
            return stores.locks().holding(locks, limits(), held -> inside(held, work));
        } catch (RuntimeException e) {
            throw written
                    ? new StorageUnavailableException("the commit failed: either everything was written or nothing", e)
                    : e;
        }
    }

    /** Whether nothing was written for sure, and the reason may be gone. */
    boolean canBeRunAgain(Throwable failure) {
        return TransientFailures.isRolledBack(failure) || (!written && TransientFailures.isConnectionLost(failure));
    }

    private T inside(KeyLocks.Held held, KeyWork<KeyTransaction, T, ?> work) {
        OpenTransaction transaction = new OpenTransaction(profile, stores, locks, held.token());
        Future<?> end =
                stores.conduct().timer().after(limits().transaction(), () -> expire(transaction, held.giveUp()));
        try {
            T result = stores.running(transaction, () -> WorkFailure.carrying(() -> work.run(transaction)));
            transaction.write();
            if (transaction.isExpired()) {
                throw expired();
            }
            written = true;
            return result;
        } catch (RuntimeException e) {
            if (!transaction.isExpired() || e instanceof KeyTransactionTimeoutException) {
                throw e;
            }
            KeyTransactionTimeoutException expired = expired();
            expired.addSuppressed(WorkFailure.reason(e));
            throw expired;
        } finally {
            end.cancel(false);
            transaction.seal();
        }
    }

    private void expire(OpenTransaction transaction, Runnable giveUp) {
        if (transaction.expire()) {
            LOG.log(Level.WARNING, "{0}", expired().getMessage());
            giveUp.run();
        }
    }

    private KeyTransactionTimeoutException expired() {
        Duration limit = limits().transaction();
        return new KeyTransactionTimeoutException("the work holding the lock " + LockKey.names(locks)
                + " was not done within " + limit + " and was rolled back");
    }

    private KeyLocks.Limits limits() {
        return stores.conduct().limits();
    }
}
