package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.chat.contract.Results.acquired;
import static org.restante.chat.contract.Results.debounce;
import static org.restante.chat.contract.Results.freed;
import static org.restante.chat.contract.Results.messages;
import static org.restante.chat.contract.Results.next;
import static org.restante.chat.contract.Results.queue;
import static org.restante.chat.contract.Results.queued;
import static org.restante.chat.contract.Results.reject;
import static org.restante.chat.contract.Results.released;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LiveLock;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.NextResult;
import org.restante.chat.Pending;
import org.restante.chat.QueueBound;
import org.restante.chat.QueueBound.Overflow;
import org.restante.chat.ReleaseResult.Released;
import org.restante.testing.Scenario;

/** What waits for a conversation. */
public interface QueueContract extends ChatFixture {

    @Test
    @Scenario("C5")
    default void whatIsQueuedWaitsInOrderWithOwnerAndMetadata() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", queue("first")));
        Instant begun = clock().instant();

        queued(locks.lock("k", queue("a")), 1);
        clock().advance(Duration.ofSeconds(1));
        queued(locks.lock("k", LockRequest.of("b", LockStrategy.QUEUE)), 2);
        acquired(locks.lock("other", queue("c")));

        assertThat(locks.live()).extracting(LiveLock::depth).containsExactly(2, 0);
        assertThat(locks.release("k", token))
                .isEqualTo(new Released(
                        List.of(
                                new Pending("owner of a", LockStrategy.QUEUE, Map.of("message", "a"), begun),
                                new Pending("b", LockStrategy.QUEUE, Map.of(), begun.plusSeconds(1))),
                        List.of()));
        released(locks.release("k", acquired(locks.lock("k", queue("again")))));
    }

    @Test
    @Scenario("C5")
    default void whoeverQueuesLaterHasWaitedNoLonger() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", reject("first")));
        Instant begun = clock().instant();
        queued(locks.lock("k", queue("a")), 1);
        clock().advance(Duration.ofSeconds(-1)); // another node's clock is a little behind

        queued(locks.lock("k", queue("b")), 2);

        assertThat(locks.release("k", token))
                .isInstanceOfSatisfying(
                        Released.class,
                        released -> assertThat(released.pending())
                                .extracting(Pending::enqueuedAt)
                                .containsExactly(begun, begun));
    }

    @Test
    @Scenario({"C9", "C10"})
    default void whatWaitsIsTakenOneByOneUnderNewTokens() {
        ConversationLocks locks = fresh().locks();
        LockToken first = acquired(locks.lock("k", reject("a").withLease(Duration.ofSeconds(40))));
        queued(locks.lock("k", queue("m")), 1);
        queued(locks.lock("k", queue("n")), 2);
        clock().advance(Duration.ofSeconds(10));

        NextResult result = locks.releaseOrTakeNext("k", first);
        LockToken second = next(result, "m");
        assertThat(second).isGreaterThan(first);
        assertThat(((NextResult.Next) result).leaseUntil())
                .isEqualTo(clock().instant().plusSeconds(40));
        assertThat(locks.live())
                .containsExactly(new LiveLock(
                        "k",
                        "a",
                        clock().instant().minusSeconds(10),
                        clock().instant().plusSeconds(40),
                        1));
        assertThat(locks.releaseOrTakeNext("k", first)).isEqualTo(new NextResult.NotOwner());
        assertThat(locks.extend("k", first, LEASE)).isEmpty();

        LockToken third = next(locks.releaseOrTakeNext("k", second), "n");
        freed(locks.releaseOrTakeNext("k", third));
        assertThat(locks.live()).isEmpty();
        assertThat(locks.releaseOrTakeNext("k", third)).isEqualTo(new NextResult.NotOwner());
        acquired(locks.lock("k", reject("b")));
    }

    @Test
    @Scenario({"C8", "C9"})
    default void whoseLeaseRanOutTakesNothing() {
        ConversationLocks locks = fresh().locks();
        assertThat(locks.releaseOrTakeNext("k", new LockToken(1))).isEqualTo(new NextResult.NotOwner());
        LockToken token = acquired(locks.lock("k", reject("a")));
        queued(locks.lock("k", queue("m")), 1);
        clock().advance(LEASE);

        assertThat(locks.releaseOrTakeNext("k", token)).isEqualTo(new NextResult.NotOwner());
        assertThat(locks.releaseOrTakeNext("k", new LockToken(token.value() + 1)))
                .isEqualTo(new NextResult.NotOwner());
        LockToken other = acquired(locks.lock("k", reject("b")));
        next(locks.releaseOrTakeNext("k", other), "m");
    }

    @Test
    @Scenario("C10")
    default void theOldestGoesBeyondTheBoundAndIsTold() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", reject("a")));
        for (int n = 1; n <= 10; n++) {
            queued(locks.lock("k", queue("m" + n)), n);
        }

        queued(locks.lock("k", queue("m11")), 10, "m1");
        queued(locks.lock("k", queue("m12").withBound(QueueBound.DEFAULT.withSize(3))), 3, names(2, 9));
        released(locks.release("k", token), "m10", "m11", "m12");
    }

    @Test
    @Scenario("C10")
    default void theNewestGoesBeyondTheBoundWhereThatIsSaid() {
        ConversationLocks locks = fresh().locks();
        QueueBound bound = QueueBound.DEFAULT.withSize(2).withOverflow(Overflow.DROP_NEWEST);
        LockToken token = acquired(locks.lock("k", reject("a")));
        queued(locks.lock("k", queue("m1").withBound(bound)), 1);
        queued(locks.lock("k", queue("m2").withBound(bound)), 2);

        assertThat(locks.lock("k", queue("m3").withBound(bound)))
                .isEqualTo(new LockResult.Overflowed(
                        new Pending("owner of m3", LockStrategy.QUEUE, Map.of("message", "m3"), clock().instant())));

        LockToken second = next(locks.releaseOrTakeNext("k", token), "m1");
        queued(locks.lock("k", queue("m4").withBound(bound)), 2);
        released(locks.release("k", second), "m2", "m4");
        freed(locks.releaseOrTakeNext("k", acquired(locks.lock("k", reject("b")))));
    }

    @Test
    @Scenario("C10")
    default void whatWaitedForTooLongIsSkippedAndTold() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", reject("a").withLease(Duration.ofHours(1))));
        QueueBound brief = QueueBound.DEFAULT.withTimeToLive(Duration.ofSeconds(1));
        queued(locks.lock("k", queue("m1")), 1);
        queued(locks.lock("k", queue("m2").withBound(brief)), 2);
        queued(locks.lock("k", queue("m3")), 3);
        queued(locks.lock("k", queue("m4").withBound(brief)), 4);

        clock().advance(Duration.ofSeconds(1).minus(MICRO));
        assertThat(locks.live()).extracting(LiveLock::depth).containsExactly(4);
        clock().advance(MICRO);
        assertThat(locks.live()).extracting(LiveLock::depth).containsExactly(2);
        queued(locks.lock("k", queue("m5").withBound(brief)), 3);
        clock().advance(Duration.ofSeconds(1));

        LockToken second = next(locks.releaseOrTakeNext("k", token), "m1");
        LockToken third = next(locks.releaseOrTakeNext("k", second), "m3", "m2");
        freed(locks.releaseOrTakeNext("k", third), "m4", "m5");
        assertThat(locks.live()).isEmpty();
    }

    @Test
    @Scenario({"C6", "C10"})
    default void aReleaseTellsWhatHadExpiredApart() {
        ConversationLocks locks = fresh().locks();
        acquired(locks.lock("k", reject("a").withLease(Duration.ofHours(1))));
        queued(locks.lock("k", queue("old")), 1);
        clock().advance(QueueBound.DEFAULT.timeToLive().minus(MICRO));
        queued(locks.lock("k", queue("new")), 2);
        clock().advance(MICRO);

        assertThat(locks.release("k", "a")).isInstanceOfSatisfying(Released.class, released -> {
            assertThat(messages(released.pending())).containsExactly("new");
            assertThat(messages(released.expired())).containsExactly("old");
        });
    }

    @Test
    @Scenario("C10")
    default void whatHasExpiredIsNotCountedAndNotDropped() {
        ConversationLocks locks = fresh().locks();
        QueueBound two = QueueBound.DEFAULT.withSize(2);
        LockToken token = acquired(locks.lock("k", reject("a").withLease(Duration.ofHours(1))));
        queued(locks.lock("k", queue("old").withBound(two.withTimeToLive(Duration.ofSeconds(1)))), 1);
        clock().advance(Duration.ofSeconds(1));
        queued(locks.lock("k", queue("m1").withBound(two)), 1);
        queued(locks.lock("k", queue("m2").withBound(two.withOverflow(Overflow.DROP_NEWEST))), 2);
        queued(locks.lock("k", queue("m3").withBound(two)), 2, "m1");

        next(locks.releaseOrTakeNext("k", token), "m2", "old");
    }

    @Test
    @Scenario("C5")
    default void debounceReplacesTheDebouncedEntryOnly() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", debounce("first")));
        queued(locks.lock("k", queue("q1")), 1);
        assertThat(locks.lock("k", debounce("d1"))).isEqualTo(new LockResult.Debounced());
        queued(locks.lock("k", queue("q2")), 3);
        clock().advance(Duration.ofSeconds(2));
        Instant replaced = clock().instant();
        assertThat(locks.lock("k", debounce("d2"))).isEqualTo(new LockResult.Debounced());
        queued(locks.lock("k", queue("q3")), 4);

        assertThat(locks.live()).extracting(LiveLock::depth).containsExactly(4);
        assertThat(locks.release("k", token)).isInstanceOfSatisfying(Released.class, released -> {
            assertThat(messages(released.pending())).containsExactly("q1", "q2", "d2", "q3");
            assertThat(released.pending().get(2))
                    .isEqualTo(new Pending("owner of d2", LockStrategy.DEBOUNCE, Map.of("message", "d2"), replaced));
        });
        acquired(locks.lock("k", debounce("d3")));
    }

    @Test
    @Scenario("C11")
    default void whatWaitsForADeadHolderIsPickedUpAfterTheLease() {
        ConversationLocks locks = fresh().locks();
        acquired(locks.lock("k", reject("dead").withLease(Duration.ofSeconds(10))));
        queued(locks.lock("k", queue("m1")), 1);
        queued(locks.lock("k", queue("m2")), 2);
        clock().advance(Duration.ofSeconds(10));

        LockToken token = acquired(locks.lock("k", queue("own")));
        queued(locks.lock("k", queue("m3")), 3);
        List<Object> handled = new ArrayList<>();
        NextResult result = locks.releaseOrTakeNext("k", token);
        while (result instanceof NextResult.Next next) {
            handled.addAll(messages(List.of(next.entry())));
            result = locks.releaseOrTakeNext("k", next.token());
        }
        assertThat(handled).containsExactly("m1", "m2", "m3");
    }

    private static String[] names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(n -> "m" + n).toArray(String[]::new);
    }
}
