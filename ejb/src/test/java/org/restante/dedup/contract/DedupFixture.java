package org.restante.dedup.contract;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.DedupLimits;
import org.restante.dedup.KeyHash;
import org.restante.testing.TestClock;

/** What the contracts are run against: caches over one adapter and on a clock of its own. */
public interface DedupFixture {

    Duration LEASE = Duration.ofMinutes(1);
    Duration RETENTION = Duration.ofHours(24);

    /** The same object throughout a test. Its store may hold claims of other namespaces. */
    DedupAdapter adapter();

    /** The time, which only the test moves; the same throughout a test, and not behind the time of the system. */
    TestClock clock();

    default ThreadFactory threads() {
        return Thread::new;
    }

    /** The caches of all namespaces. */
    default DedupCaches caches() {
        return caches(KeyHash.sha256());
    }

    /** The same with keys that are hashed so. */
    default DedupCaches caches(KeyHash hash) {
        return over(adapter(), clock(), hash);
    }

    /** Those over an adapter, for tests beside the contracts. */
    static DedupCaches over(DedupAdapter adapter, InstantSource clock) {
        return over(adapter, clock, KeyHash.sha256());
    }

    /** The same with keys that are hashed so. */
    static DedupCaches over(DedupAdapter adapter, InstantSource clock, KeyHash hash) {
        DedupLimits limits = new DedupLimits(LEASE, RETENTION);
        return new DedupCaches(
                adapter,
                new EntryCodec(PayloadCipher.none()),
                new DedupCaches.Conduct(namespace -> limits, clock, hash));
    }

    /** The cache of a namespace that was never used. */
    default DedupCache fresh() {
        return caches().of(namespace());
    }

    /** A namespace that was never used. */
    static String namespace() {
        return "contract-" + UUID.randomUUID();
    }
}
