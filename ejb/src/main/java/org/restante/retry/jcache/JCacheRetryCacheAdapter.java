package org.restante.retry.jcache;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;
import org.restante.cluster.CallingThread;
import org.restante.entry.ProfileId;
import org.restante.retry.Retention;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryKey;
import org.restante.retry.StoredMessage;
import org.restante.storage.StorageUnavailableException;

/**
 * Keeps messages in the grid, each at two members where there are two. A get is a get of JCache; a put is one step at one
 * partition and its backup. Thread-safe.
 */
public final class JCacheRetryCacheAdapter implements RetryCacheAdapter {

    private static final Logger LOG = System.getLogger(JCacheRetryCacheAdapter.class.getName());

    /** Byte arrays, unless somebody else has put something. */
    private final Cache<MessageKey, Object> messages;

    private final Cache<String, Ledger> ledgers;

    /** @param caches of a member that was configured with {@link RetryCachesConfig} */
    public JCacheRetryCacheAdapter(CacheManager caches) {
        this.messages = asked(() -> caches.getCache(RetryCachesConfig.MESSAGES));
        this.ledgers = asked(() -> caches.getCache(RetryCachesConfig.LEDGERS));
    }

    @Override
    public void put(RetryKey key, StoredMessage message, Retention retention) {
        PutMessage put = new PutMessage(key.id(), message.timestamp(), StoredBytes.of(message), retention);
        invoke(key.profile(), put);
    }

    @Override
    public @Nullable StoredMessage get(RetryKey key) {
        try {
            Object value = asked(() -> messages.get(new MessageKey(key.profile().value(), key.id())));
            return value == null ? null : StoredBytes.read(value);
        } catch (HazelcastSerializationException e) {
            LOG.log(Level.WARNING, "What stands in the grid for " + key + " is none of Restante's values", e);
            return StoredBytes.FOREIGN;
        }
    }

    @Override
    public int count(ProfileId profile, long oldest) {
        return invoke(profile, new CountMessages(oldest));
    }

    @Override
    public void remove(RetryKey key) {
        invoke(key.profile(), new RemoveMessage(key.id()));
    }

    @Override
    public void clear(ProfileId profile) {
        invoke(profile, new ClearProfile());
    }

    @Override
    public int attempt(Attempt attempt) {
        return invoke(attempt.message().profile(), new CountAttempt(attempt));
    }

    /** The grid drops what has expired by itself. */
    @Override
    public void sweep(Oldest oldest, long now) {
        // nothing is left to do
    }

    /**
     * Drops of every profile what is over its bound, since both parts of a split cluster kept that many, and what was removed in
     * one of them.
     */
    public void afterSplit() {
        try {
            asked(() -> {
                AfterSplit work = new AfterSplit();
                ledgers.forEach(profile -> ledgers.invoke(profile.getKey(), work));
                return work;
            });
        } catch (StorageUnavailableException e) {
            LOG.log(
                    Level.WARNING,
                    "After the split more may be kept of a profile than its bound, until the next put, and a message may be"
                            + " back that was removed, until it expires",
                    e);
        }
    }

    /** The caches are the cluster's, and stay. */
    @Override
    public void close() {
        // nothing was opened here
    }

    private <T> T invoke(ProfileId profile, LedgerWork<T> work) {
        return asked(() -> ledgers.invoke(profile.value(), work));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (HazelcastSerializationException e) {
            throw e;
        } catch (CacheException | HazelcastException | IllegalStateException e) { // the last of a closed member
            throw new StorageUnavailableException("the cluster failed", e);
        } finally {
            CallingThread.forgetGrid();
        }
    }
}
