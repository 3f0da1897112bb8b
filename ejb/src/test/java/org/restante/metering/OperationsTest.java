package org.restante.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.Profile;
import org.restante.chat.ChatState;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.ClaimToken;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.DedupCache;
import org.restante.dedup.FingerprintMismatchException;
import org.restante.dedup.Receipt;
import org.restante.dedup.StaleClaimException;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.keystore.KeyStore;
import org.restante.keystore.LockTimeoutException;
import org.restante.retry.RetryAttempt;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryEntry;
import org.restante.storage.Expected;
import org.restante.storage.Storage;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** What callers have done is told, with what came of it. */
@Scenario("W5")
class OperationsTest {

    private static final Namespace<String> NOTES = Namespace.of("notes", String.class);

    private final RecordingMeter meter = new RecordingMeter();
    private final PlainRestante restante = PlainRestante.over(
            new MemoryStorageAdapter(InstantSource.system()),
            PlainOptions.defaults()
                    .withMeter(meter)
                    .withSettings(Map.of(
                            "restante.retry.adapter", "memory",
                            "restante.keystore.lock-timeout", "PT0.1S")));
    private final Profile profile = restante.profile("p");
    private final Storage storage = profile.storage();
    private final KeyStore keys = profile.keyStore();
    private final DedupCache dedup = restante.dedup("orders");
    private final ChatState chat = profile.chat();

    @AfterEach
    void close() {
        restante.close();
    }

    @Test
    void readingTellsWhetherSomethingWasThere() {
        storage.get(NOTES, "k");
        storage.put(NOTES, "k", "v");
        storage.get(NOTES, "k", "fallback");
        storage.lookup(NOTES, "k");
        storage.put(NOTES, "k", "w", Expected.absent());

        assertThat(meter.news())
                .containsExactly(
                        "STORAGE_GET ABSENT",
                        "STORAGE_PUT DONE",
                        "STORAGE_GET FOUND",
                        "STORAGE_LOOKUP FOUND",
                        "STORAGE_PUT_EXPECTED CONFLICT");
    }

    @Test
    void whatIsRefusedIsToldAndThrownOn() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> storage.put(NOTES, "", "v"));

        assertThat(meter.news()).containsExactly("STORAGE_PUT INVALID");
    }

    @Test
    void aTransactionIsOneOperationWhateverIsDoneInIt() {
        keys.transaction("k", tx -> {
            tx.put(NOTES, "a", "v");
            return tx.get(NOTES, "b").isPresent();
        });
        assertThatThrownBy(() -> keys.transaction("k", tx -> {
                    throw new IOException("of the work");
                }))
                .isInstanceOf(IOException.class);

        assertThat(meter.news()).containsExactly("KEYSTORE_TRANSACTION DONE", "KEYSTORE_TRANSACTION FAILED");
        assertThat(meter.lockWaits()).containsExactly(Outcome.CLAIMED, Outcome.CLAIMED);
    }

    @Test
    void aLockThatIsNotHadInTimeIsAWaitThatWasInVain() {
        keys.transaction("k", tx -> {
            Elsewhere.run(
                    Thread::new,
                    () -> assertThatExceptionOfType(LockTimeoutException.class)
                            .isThrownBy(() -> keys.transaction("k", other -> "never")));
            return "had";
        });

        assertThat(meter.lockWaits()).containsExactly(Outcome.CLAIMED, Outcome.TIMEOUT);
        assertThat(meter.news()).containsExactly("KEYSTORE_TRANSACTION TIMEOUT", "KEYSTORE_TRANSACTION DONE");
    }

    @Test
    void eachTimeThatATransactionIsRunAgainIsARetry() {
        int[] runs = {0};

        keys.transaction("k", tx -> {
            if (++runs[0] < 3) {
                throw new StorageUnavailableException("a deadlock", new SQLException("victim", "40001"));
            }
            return "done";
        });

        assertThat(meter.retries()).containsExactly(Capability.KEYSTORE, Capability.KEYSTORE);
        assertThat(meter.news()).containsExactly("KEYSTORE_TRANSACTION DONE");
    }

    @Test
    void aClaimTellsWhoseTheKeyIs() {
        Claimed first = (Claimed) dedup.claim("k", ClaimTerms.defaults().withFingerprint("a"));
        dedup.claim("k");
        dedup.lookup("k");
        dedup.complete(first.claim(), Receipt.none());
        dedup.claim("k");
        assertThatExceptionOfType(FingerprintMismatchException.class)
                .isThrownBy(() -> dedup.claim("k", ClaimTerms.defaults().withFingerprint("b")));
        assertThatExceptionOfType(StaleClaimException.class)
                .isThrownBy(() -> dedup.independent().renew("k", ClaimToken.random()));

        assertThat(meter.news())
                .containsExactly(
                        "DEDUP_CLAIM CLAIMED",
                        "DEDUP_CLAIM IN_FLIGHT",
                        "DEDUP_LOOKUP IN_FLIGHT",
                        "DEDUP_COMPLETE DONE",
                        "DEDUP_CLAIM COMPLETED",
                        "DEDUP_CLAIM MISMATCH",
                        "DEDUP_RENEW STALE");
    }

    @Test
    void aLockOfAConversationTellsWhoHasIt() {
        ConversationLocks locks = chat.locks();
        LockResult.Acquired had = (LockResult.Acquired) locks.lock("room", LockRequest.of("a", LockStrategy.REJECT));
        locks.lock("room", LockRequest.of("b", LockStrategy.REJECT));
        locks.lock("room", LockRequest.of("b", LockStrategy.QUEUE));
        LockToken token = Objects.requireNonNull(had.token());
        locks.releaseOrTakeNext("room", token);
        locks.extend("room", token, Duration.ofSeconds(1));
        locks.release("room", token);

        assertThat(meter.news())
                .containsExactly(
                        "CHAT_LOCK CLAIMED",
                        "CHAT_LOCK BUSY",
                        "CHAT_LOCK QUEUED",
                        "CHAT_TAKE_NEXT FOUND",
                        "CHAT_EXTEND STALE",
                        "CHAT_RELEASE STALE");
    }

    @Test
    void theTimeThatAnOperationTookIsTold() {
        long[] nanos = {0};
        Metering ticking = new Metering(meter, () -> nanos[0]);
        RetryBudget slow = ticking.of((RetryBudget) (id, requester) -> {
            nanos[0] += 7_000_000;
            return new RetryAttempt(false, 5, 5);
        });

        slow.tryConsume("m", "r");

        assertThat(meter.operations())
                .containsExactly(
                        new RecordingMeter.Told(Operation.RETRY_ATTEMPT, Outcome.REFUSED, Duration.ofMillis(7)));
    }

    @Test
    void theProfilesThatSentLastAreKnownAndNoMoreThanThat() {
        Metering metering = Metering.to(meter);
        for (int i = 0; i <= Metering.PROFILES; i++) {
            ProfileId id = new ProfileId("p" + i);
            metering.of(id, restante.profile(id).retryCache()).put("m", new RetryEntry("r", new byte[0], 0));
        }

        assertThat(metering.senders().all())
                .hasSize(Metering.PROFILES)
                .doesNotContain(new ProfileId("p0"))
                .endsWith(new ProfileId("p" + Metering.PROFILES));
    }
}
