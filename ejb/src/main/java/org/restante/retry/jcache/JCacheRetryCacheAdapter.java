package org.restante.retry.jcache;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.internal.namespace.impl.NodeEngineThreadLocalContext;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;
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

    private final Cache<MessageKey, byte[]> messages;
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
            byte[] value = asked(() -> messages.get(new MessageKey(key.profile().value(), key.id())));
            return value == null ? null : StoredBytes.read(value);
        } catch (HazelcastSerializationException e) {
            LOG.log(Level.WARNING, "What stands in the grid for " + key + " is none of Restante's values: a miss", e);
            return null;
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
    public void sweep(long oldest, long now) {
        // nothing is left to do
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
            // Hazelcast leaves itself with every thread that asks; those of a server outlive an undeployed application
            NodeEngineThreadLocalContext.destroyNodeEngineReference();
        }
    }
}
