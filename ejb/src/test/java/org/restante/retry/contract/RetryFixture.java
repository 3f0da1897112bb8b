package org.restante.retry.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetryEntry;
import org.restante.retry.RetryLimits;
import org.restante.retry.RetrySource;
import org.restante.storage.Storage;
import org.restante.storage.contract.Fresh;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.testing.TestClock;
import org.restante.wiring.PlainRestante;

/** What the contracts are run against: caches with the limits that a test wants, over one adapter and on a clock of its own. */
public interface RetryFixture {

    /** When the tests begin. */
    long NOW = 1_700_000_000_000L;

    /** A message limit that tests can reach. */
    int MAX_MESSAGE = 1 << 20;

    /** The same object throughout a test. Its store may hold messages of other profiles. */
    RetryCacheAdapter adapter();

    /** The time, which only the test moves; the same throughout a test. */
    TestClock clock();

    default ThreadFactory threads() {
        return Thread::new;
    }

    /** The caches of all profiles, each with these limits. */
    default RetryCaches caches(int bound, Duration timeToLive, RetrySource... sources) {
        RetryLimits limits = new RetryLimits(bound, timeToLive);
        return new RetryCaches(
                adapter(),
                new EntryCodec(PayloadCipher.none()),
                unreadable -> {},
                new RetryCaches.Conduct(
                        profile -> limits, new RetryCaches.Caps(MAX_MESSAGE, 5), List.of(sources), clock()));
    }

    /** The cache of a profile that was never used, with those limits. */
    default RetryCache fresh(int bound, Duration timeToLive, RetrySource... sources) {
        return cache(caches(bound, timeToLive, sources), Fresh.profile());
    }

    /** The cache of a profile that was never used, with the default limits. */
    default RetryCache fresh() {
        return fresh(512, Duration.ofMinutes(5));
    }

    /** A source that forgets what it is to give. */
    @SuppressWarnings("NullAway") // as somebody does who builds without it
    static RetrySource nothing() {
        return (profile, id) -> null;
    }

    /** A cache whose profile has no address mappings. */
    static RetryCache cache(RetryCaches caches, ProfileId profile) {
        return caches.of(profile, emptyStorage(profile));
    }

    /** Entries of a profile that has none. */
    static Storage emptyStorage(ProfileId profile) {
        return PlainRestante.over(new MemoryStorageAdapter(() -> Instant.EPOCH))
                .profile(profile)
                .storage();
    }

    /** A message of that time. */
    static RetryEntry sent(long timestamp) {
        return sent(timestamp, "message of " + timestamp);
    }

    /** A message of that time and text. */
    static RetryEntry sent(long timestamp, String text) {
        return new RetryEntry("491@s.whatsapp.net", text.getBytes(StandardCharsets.UTF_8), timestamp, Map.of("k", "v"));
    }
}
