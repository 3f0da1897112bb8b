package org.restante.retry.jcache;

import com.hazelcast.config.CacheSimpleConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig.DurationConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig.TimedExpiryPolicyFactoryConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig.TimedExpiryPolicyFactoryConfig.ExpiryPolicyType;
import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.InMemoryFormat;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a member of the cluster must know to hold sent messages. */
public final class RetryCachesConfig {

    static final String MESSAGES = "restante-retry-messages";
    static final String LEDGERS = "restante-retry-ledgers";

    /** Where Hazelcast puts caches that belong to no application. */
    static final String MESSAGES_IN_GRID = "/hz/" + MESSAGES;

    /** Clocks of members differ; what they see as expired must have expired by ours. */
    static final Duration MARGIN = Duration.ofSeconds(10);

    private RetryCachesConfig() {}

    /**
     * Adds the caches and their classes.
     *
     * @param timeToLive the longest of any profile
     */
    public static void addTo(Config config, Duration timeToLive) {
        // a timestamp may be ahead of the clock by the time to live
        long seconds = timeToLive.multipliedBy(2).plus(MARGIN).toSeconds() + 1;
        config.getSerializationConfig().addDataSerializableFactory(Wire.FACTORY, Wire.factory());
        config.addCacheConfig(cache(MESSAGES, InMemoryFormat.BINARY, expiring(ExpiryPolicyType.CREATED, seconds)));
        config.addCacheConfig(cache(LEDGERS, InMemoryFormat.OBJECT, expiring(ExpiryPolicyType.TOUCHED, seconds)));
        config.getCacheConfig(MESSAGES).getMergePolicyConfig().setPolicy(NewerMessage.class.getName());
        config.getCacheConfig(LEDGERS).getMergePolicyConfig().setPolicy(BothLedgers.class.getName());
    }

    private static CacheSimpleConfig cache(String name, InMemoryFormat format, ExpiryPolicyFactoryConfig expiry) {
        return new CacheSimpleConfig()
                .setName(name)
                .setInMemoryFormat(format)
                .setBackupCount(1)
                .setExpiryPolicyFactoryConfig(expiry)
                // the ledgers bound each profile; Hazelcast's own limit is approximate, and never to be reached
                .setEvictionConfig(new EvictionConfig().setSize(Integer.MAX_VALUE));
    }

    private static ExpiryPolicyFactoryConfig expiring(ExpiryPolicyType when, long seconds) {
        return new ExpiryPolicyFactoryConfig(
                new TimedExpiryPolicyFactoryConfig(when, new DurationConfig(seconds, TimeUnit.SECONDS)));
    }
}
