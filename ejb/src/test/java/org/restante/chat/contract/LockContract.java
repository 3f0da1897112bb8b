package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.chat.contract.Results.acquired;
import static org.restante.chat.contract.Results.queue;
import static org.restante.chat.contract.Results.queued;
import static org.restante.chat.contract.Results.reject;
import static org.restante.chat.contract.Results.released;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LiveLock;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockResult.Acquired;
import org.restante.chat.LockResult.Busy;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.ReleaseResult.NotOwner;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Who has a conversation, and for how long. */
public interface LockContract extends ChatFixture {

    @Test
    @Scenario({"C5", "C8"})
    default void aFreeLockIsAcquiredForTheLeaseAndABusyOneIsNot() {
        ConversationLocks locks = fresh().locks();
        Instant now = clock().instant();

        LockResult first = locks.lock("k", reject("a"));
        assertThat(first).isEqualTo(new Acquired(acquired(first), now.plus(LEASE)));
        clock().advance(Duration.ofSeconds(1));
        assertThat(locks.lock("k", reject("b"))).isEqualTo(new Busy());
        assertThat(locks.live()).containsExactly(new LiveLock("k", "a", now, now.plus(LEASE), 0));
        acquired(locks.lock("other", reject("b").withLease(Duration.ofSeconds(2))));
        assertThat(locks.live()).extracting(LiveLock::key).containsExactly("k", "other");
        clock().advance(Duration.ofSeconds(2));
        assertThat(locks.live()).extracting(LiveLock::key).containsExactly("k");
    }

    @Test
    @Scenario("C7")
    default void theSameOwnerIsBusyOrQueuedToo() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", reject("a")));

        assertThat(locks.lock("k", reject("a"))).isEqualTo(new Busy());
        queued(
                locks.lock(
                        "k",
                        LockRequest.of("a", LockStrategy.QUEUE)
                                .withMetadata(queue("m").metadata())),
                1);
        released(locks.release("k", token), "m");
    }

    @Test
    @Scenario("C5")
    default void concurrentIsAlwaysAcquiredAndStoresNothing() {
        ConversationLocks locks = fresh().locks();
        LockRequest concurrent = LockRequest.of("c", LockStrategy.CONCURRENT);

        assertThat(locks.lock("k", concurrent)).isEqualTo(new Acquired(null, null));
        assertThat(locks.live()).isEmpty();
        LockToken token = acquired(locks.lock("k", reject("a")));
        assertThat(locks.lock("k", concurrent)).isEqualTo(new Acquired(null, null));
        assertThat(locks.live()).hasSize(1);
        released(locks.release("k", token));
    }

    @Test
    @Scenario("C6")
    default void onlyTheOwnerReleases() {
        ConversationLocks locks = fresh().locks();
        assertThat(locks.release("k", "a")).isEqualTo(new NotOwner());
        assertThat(locks.release("k", new LockToken(1))).isEqualTo(new NotOwner());
        LockToken token = acquired(locks.lock("k", reject("a")));
        queued(locks.lock("k", queue("m")), 1);

        assertThat(locks.release("k", "b")).isEqualTo(new NotOwner());
        assertThat(locks.release("k", new LockToken(token.value() + 1))).isEqualTo(new NotOwner());
        assertThat(locks.release("other", token)).isEqualTo(new NotOwner());
        assertThat(locks.live()).extracting(LiveLock::depth).containsExactly(1);

        released(locks.release("k", token), "m");
        assertThat(locks.release("k", token)).isEqualTo(new NotOwner());
        assertThat(locks.release("k", "a")).isEqualTo(new NotOwner());
        assertThat(locks.live()).isEmpty();
        acquired(locks.lock("k", reject("b")));
        released(locks.release("k", "b"));
    }

    @Test
    @Scenario("C6")
    default void forceReleaseGivesOutWhatWaitsAndEndsTheHolder() {
        ConversationLocks locks = fresh().locks();
        released(locks.forceRelease("k"));
        LockToken token = acquired(locks.lock("k", reject("a")));
        queued(locks.lock("k", queue("m")), 1);
        queued(locks.lock("k", queue("n")), 2);

        released(locks.forceRelease("k"), "m", "n");

        assertThat(locks.extend("k", token, LEASE)).isEmpty();
        assertThat(locks.release("k", token)).isEqualTo(new NotOwner());
        assertThat(locks.release("k", "a")).isEqualTo(new NotOwner());
        assertThat(locks.live()).isEmpty();
        released(locks.forceRelease("k"));
        released(locks.release("k", acquired(locks.lock("k", reject("b")))));
    }

    @Test
    @Scenario("C6")
    default void forceReleaseGivesOutWhatWaitsForALeaseThatRanOut() {
        ConversationLocks locks = fresh().locks();
        acquired(locks.lock("k", reject("a")));
        queued(locks.lock("k", queue("m")), 1);
        clock().advance(LEASE);

        released(locks.forceRelease("k"), "m");
    }

    @Test
    @Scenario("C8")
    default void aLeaseEndsToTheMicrosecond() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", reject("a")));

        clock().advance(LEASE.minus(MICRO));
        assertThat(locks.lock("k", reject("b"))).isEqualTo(new Busy());
        clock().advance(MICRO);
        assertThat(locks.live()).isEmpty();
        LockToken next = acquired(locks.lock("k", reject("b")));

        assertThat(next).isGreaterThan(token);
        assertThat(locks.release("k", token)).isEqualTo(new NotOwner());
        assertThat(locks.release("k", "a")).isEqualTo(new NotOwner());
        released(locks.release("k", next));
    }

    @Test
    @Scenario("C8")
    default void aLiveLeaseIsExtendedFromNowAndNotAddedTo() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", reject("a")));
        clock().advance(Duration.ofSeconds(10));
        Instant until = clock().instant().plusSeconds(60);

        assertThat(locks.extend("k", token, Duration.ofSeconds(60))).contains(until);
        assertThat(locks.extend("k", new LockToken(token.value() + 1), LEASE)).isEmpty();
        assertThat(locks.extend("other", token, LEASE)).isEmpty();
        assertThat(locks.live()).extracting(LiveLock::leaseUntil).containsExactly(until);
        clock().advance(Duration.ofSeconds(59));
        assertThat(locks.lock("k", reject("b"))).isEqualTo(new Busy());
        assertThat(locks.extend("k", token, Duration.ofMillis(1)))
                .contains(clock().instant().plusMillis(1));
        clock().advance(Duration.ofMillis(1));
        acquired(locks.lock("k", reject("b")));
    }

    @Test
    @Scenario("C8")
    default void aLeaseThatRanOutIsNeverHadAgain() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", reject("a")));
        queued(locks.lock("k", queue("m")), 1);
        clock().advance(LEASE);

        assertThat(locks.extend("k", token, LEASE)).isEmpty();
        assertThat(locks.release("k", token)).isEqualTo(new NotOwner());
        assertThat(locks.release("k", "a")).isEqualTo(new NotOwner());
        assertThat(locks.live()).isEmpty();
        LockToken next = acquired(locks.lock("k", reject("a")));
        assertThat(locks.extend("k", token, LEASE)).isEmpty();
        released(locks.release("k", next), "m");
    }

    @Test
    @Scenario("C5")
    default void ofFiftyWhoAskAtOnceOneGetsTheLock() {
        ConversationLocks locks = fresh().locks();
        for (int round = 0; round < 5; round++) {
            List<LockResult> results = Race.of(threads(), 50, racer -> locks.lock("k", reject("racer " + racer)));

            assertThat(results).filteredOn(Acquired.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(Busy.class::isInstance).hasSize(49);
            clock().advance(LEASE); // the next ones take it over
        }
    }

    @Test
    @Scenario({"C5", "C8"})
    default void racersWhoAcquireAreEachTheOnlyOneAndTheirTokensRise() {
        ConversationLocks locks = fresh().locks();
        List<LockToken> tokens = new ArrayList<>(); // of the holders, of whom there is one at a time
        Race.of(threads(), 6, racer -> {
            for (int done = 0; done < 20 && !Thread.currentThread().isInterrupted(); ) {
                if (locks.lock("k", reject("racer " + racer)) instanceof Acquired mine && mine.token() != null) {
                    tokens.add(mine.token());
                    done++;
                    released(locks.release("k", mine.token()));
                }
            }
            return racer;
        });

        assertThat(tokens).hasSize(120).isSorted().doesNotHaveDuplicates();
    }
}
