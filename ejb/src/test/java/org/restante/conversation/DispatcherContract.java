package org.restante.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatAdapter;
import org.restante.chat.ConversationKey;
import org.restante.chat.ConversationTurns.Coming;
import org.restante.chat.ConversationTurns.TurnHolder;
import org.restante.chat.LockLostException;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockStrategy;
import org.restante.chat.Pending;
import org.restante.chat.QueueBound;
import org.restante.chat.TurnStore.Taking;
import org.restante.entry.ProfileId;
import org.restante.lease.LeaseKeeper;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

/** Messages that two nodes handle which share a store. */
@SuppressWarnings("NullAway.Init") // before each test
abstract class DispatcherContract {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final TestClock clock = TestClock.fromNow();
    private final HandoverSignal signal = HandoverSignal.local();
    private final List<String> handled = new CopyOnWriteArrayList<>();

    private Node a;
    private Node b;

    /** The same store throughout a test. */
    abstract ChatAdapter adapter();

    /** Closes that, when no node uses it any more. */
    abstract void closeStore();

    @BeforeEach
    void start() {
        a = node("a");
        b = node("b");
    }

    private Node node(String name) {
        return new Node(name, adapter(), clock, signal);
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
        closeStore();
    }

    private ConversationHandler<String> handler(ConversationStrategy strategy) {
        return handler(ConversationRules.of(strategy));
    }

    private ConversationHandler<String> handler(ConversationRules rules) {
        return ConversationHandler.of(
                "h",
                String.class,
                rules,
                turn -> handled.add(String.join("+", turn.messages())
                        + (turn.skipped().isEmpty() ? "" : " skipping " + turn.skipped())));
    }

    @Test
    @Scenario({"C9", "C13"})
    void eachMessageIsHandledOnceAndInOrderWhoeverItCameTo() {
        int producers = 8;
        int each = 60;
        Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
        AtomicInteger count = new AtomicInteger();
        ConversationHandler<String> handler = ConversationHandler.of(
                "h",
                String.class,
                ConversationRules.of(ConversationStrategy.QUEUE).withTurnsInARow(3),
                turn -> {
                    String[] parts = turn.message().split("/", -1);
                    // not thread-safe: the conversation is
                    seen.computeIfAbsent(turn.key() + "/" + parts[0], key -> new ArrayList<>())
                            .add(Integer.valueOf(parts[1]));
                    count.incrementAndGet();
                });

        Race.of(Thread::new, producers, producer -> {
            Conversations conversations = (producer % 2 == 0 ? a : b).conversations();
            for (int i = 0; i < each; i++) {
                String id = producer + "/" + i;
                String room = "room-" + i % 3;
                assertThat(conversations.handle(room, id, id, handler)).isEqualTo(Admission.ACCEPTED);
                if (i % 10 == 0) {
                    assertThat(conversations.handle(room, id, id, handler)).isEqualTo(Admission.DUPLICATE);
                }
            }
            return producer;
        });

        await().atMost(Duration.ofSeconds(60)).until(() -> count.get() >= producers * each);
        assertThat(count).hasValue(producers * each);
        assertThat(seen.values())
                .allSatisfy(numbers -> assertThat(numbers).isSorted().doesNotHaveDuplicates());
        assertThat(a.chat().locks().live()).isEmpty();
    }

    @Test
    void whoHasSetTheLockFreeHasNotLostIt() {
        ConversationHandler<String> handler = handler(ConversationRules.of(ConversationStrategy.QUEUE)
                .withLease(Duration.ofMillis(3))); // is renewed all the time
        try (LoggedWarnings warnings = new LoggedWarnings(LeaseKeeper.class)) {
            for (int i = 0; i < 300; i++) {
                a.conversations().handle("room-" + i, "1", "m", handler);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> handled.size() == 300);
            a.close();
            assertThat(warnings.messages()).isEmpty();
        }
    }

    @Test
    void whatIsHandledTogetherWithItsEffectsIsGoneWithThem() {
        AtomicInteger attempts = new AtomicInteger();
        ConversationHandler<String> handler =
                ConversationHandler.of("h", String.class, ConversationRules.of(ConversationStrategy.QUEUE), turn -> {
                    a.chat().lists().append("done", turn.message(), 100, null);
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("as the test wants");
                    }
                    handled.add(turn.message() + " at attempt " + turn.attempt());
                });
        a.conversations().handle("room", "1", "one", handler);
        a.conversations().handle("room", "2", "two", handler);
        await().until(() -> attempts.get() == 1);
        await().until(() -> {
            clock.advance(Duration.ofMillis(100));
            return handled.size() == 2;
        });

        assertThat(handled).containsExactly("one at attempt 2", "two at attempt 1");
        assertThat(a.chat().lists().list("done", String.class)).containsExactly("one", "two");
    }

    @Test
    void aHandlerThatLostAnotherLockHoldsUpItsConversationForNoLease() {
        AtomicInteger attempts = new AtomicInteger();
        ConversationHandler<String> handler =
                ConversationHandler.of("h", String.class, ConversationRules.of(ConversationStrategy.QUEUE), turn -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new LockLostException("another");
                    }
                    handled.add(turn.message() + " at attempt " + turn.attempt());
                });
        a.conversations().handle("room", "1", "one", handler);
        await().until(() -> attempts.get() == 1);
        await().until(() -> a.chat().locks().live().isEmpty());
        clock.advance(Duration.ofMillis(100));

        await().until(() -> handled.equals(List.of("one at attempt 2")));
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheConversationGoesOn() {
        ConversationRules rules =
                ConversationRules.of(ConversationStrategy.QUEUE).withMaxAttempts(2);
        ConversationHandler<Integer> numbers =
                ConversationHandler.of("h", Integer.class, rules, turn -> handled.add("" + turn.message()));
        a.conversations().handle("room", "1", "no number", handlerOfTexts(rules));
        a.conversations().resume(numbers);
        a.conversations().handle("room", "2", 2, numbers);

        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return handled.contains("2");
        });
        assertThat(a.chat().queues().take("dead-letters:h", String.class))
                .hasValueSatisfying(taken -> assertThat(taken.entry()).isEqualTo("no number"));
    }

    /** One that fails as long as it is known. */
    private static ConversationHandler<String> handlerOfTexts(ConversationRules rules) {
        return ConversationHandler.of("h", String.class, rules, turn -> {
            throw new IllegalStateException("as the test wants");
        });
    }

    @Test
    void whatIsBegunTooOftenInVainIsPutAsideBeforeItIsBegunAgain() {
        ConversationRules rules =
                ConversationRules.of(ConversationStrategy.QUEUE).withMaxAttempts(2);
        ConversationKey lock = new ConversationKey(new ProfileId("p"), "h:room");
        a.states().turns().admit(lock, coming("1"), "killer");
        clock.advance(LEASE); // whoever had it has died
        assertThat(b.states().turns().begin(lock, new TurnHolder("b", LEASE))).isPresent();
        clock.advance(LEASE); // and so has who came next
        a.conversations().resume(handler(rules));

        await().until(() -> a.chat().queues().depth("dead-letters:h") == 1);
        assertThat(handled).isEmpty();
    }

    private static Coming coming(String id) {
        return new Coming("h", id, 10, Taking.IF_FREE, Duration.ZERO, new TurnHolder("a", LEASE));
    }

    @Test
    void twoMessagesOfTwoConversationsAreTwoHoweverTheirNamesAreWritten() {
        ConversationHandler<String> handler = handler(ConversationStrategy.QUEUE);
        assertThat(a.conversations().handle("a", "b:c", "1", handler)).isEqualTo(Admission.ACCEPTED);
        assertThat(a.conversations().handle("a:b", "c", "2", handler)).isEqualTo(Admission.ACCEPTED);
        assertThat(a.conversations().handle("a%3Ab", "c", "3", handler)).isEqualTo(Admission.ACCEPTED);

        await().until(() -> handled.size() == 3);
    }

    @Test
    void whatWaitsForAHandlerGoesForNoOtherMessage() {
        ConversationKey lock = new ConversationKey(new ProfileId("p"), "h:room");
        a.states().turns().admit(lock, coming("1"), "text");
        LockRequest another = LockRequest.of("o", LockStrategy.QUEUE).withBound(QueueBound.DEFAULT.withSize(1));

        assertThat(a.chat().locks().lock("h:room", another)).isInstanceOf(LockResult.Overflowed.class);
        assertThat(a.states().turns().waiting(lock, 10)).hasSize(1);
    }

    @Test
    void whatWaitsForAHandlerIsGivenOutByAForcedReleaseWhateverItIs() {
        ConversationKey lock = new ConversationKey(new ProfileId("p"), "h:room");
        a.states().turns().admit(lock, coming("1"), "text");

        assertThat(a.chat().locks().forceRelease("h:room").pending())
                .extracting(Pending::metadata)
                .containsExactly(Map.of("message", "text"));
    }

    @Test
    void whatFailsTooOftenIsPutAsideAndTheConversationGoesOn() {
        ConversationRules rules =
                ConversationRules.of(ConversationStrategy.QUEUE).withMaxAttempts(2);
        ConversationHandler<String> handler = ConversationHandler.of("h", String.class, rules, turn -> {
            if (turn.message().equals("bad")) {
                throw new Exception("as the test wants");
            }
            handled.add(turn.message());
        });
        a.conversations().handle("room", "1", "bad", handler);
        a.conversations().handle("room", "2", "good", handler);

        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return handled.contains("good");
        });
        assertThat(a.chat().queues().take("dead-letters:h", String.class))
                .hasValueSatisfying(taken -> assertThat(taken.entry()).isEqualTo("bad"));
    }

    @Test
    @Scenario("C11")
    void whatADeadNodeLeftIsHandledByAnother() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore never = new Semaphore(0);
        ConversationRules rules = ConversationRules.of(ConversationStrategy.QUEUE);
        ConversationHandler<String> stuck = ConversationHandler.of("h", String.class, rules, turn -> {
            begun.countDown();
            never.acquire();
        });
        a.conversations().handle("room", "1", "one", stuck);
        a.conversations().handle("room", "2", "two", stuck);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        a.die();

        b.conversations().resume(handler(rules));
        assertThat(handled).isEmpty();
        clock.advance(LEASE);

        await().until(() -> handled.size() == 2);
        assertThat(handled).containsExactly("one", "two");
    }

    @Test
    @Scenario({"C8", "C11"})
    void whoLostTheConversationChangesNothing() throws InterruptedException {
        CyclicBarrier meeting = new CyclicBarrier(2);
        ConversationRules rules = ConversationRules.of(ConversationStrategy.QUEUE);
        ConversationHandler<String> slow = ConversationHandler.of("h", String.class, rules, turn -> {
            a.chat().lists().append("done", "slow " + turn.message(), 10, null);
            meeting.await(20, TimeUnit.SECONDS);
            meeting.await(20, TimeUnit.SECONDS);
        });
        a.conversations().handle("room", "1", "one", slow);
        meet(meeting);
        clock.advance(LEASE);
        ConversationKey lock = new ConversationKey(new ProfileId("p"), "h:room");
        assertThat(b.states().turns().begin(lock, new TurnHolder("thief", LEASE)))
                .hasValueSatisfying(taken -> assertThat(taken.failures()).isEqualTo(1));
        meet(meeting);
        a.stop(); // else it may take the conversation once more
        b.conversations().resume(handler(rules));
        clock.advance(LEASE);

        await().until(() -> handled.size() == 1);
        assertThat(a.chat().lists().list("done", String.class)).isEmpty();
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNodeThatStopsLeavesWhatItHasToOthersAtOnce() throws InterruptedException {
        Semaphore gate = new Semaphore(0);
        CountDownLatch begun = new CountDownLatch(1);
        ConversationRules rules = ConversationRules.of(ConversationStrategy.QUEUE);
        ConversationHandler<String> gated = ConversationHandler.of("h", String.class, rules, turn -> {
            begun.countDown();
            gate.acquire();
            handled.add("a: " + turn.message());
        });
        b.conversations()
                .resume(ConversationHandler.of("h", String.class, rules, turn -> handled.add("b: " + turn.message())));
        IntStream.range(0, 3).forEach(i -> a.conversations().handle("room", "" + i, "m" + i, gated));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread stopping = new Thread(a::stop);
        stopping.start();
        await().until(a::isStopping);
        gate.release();
        stopping.join();

        await().until(() -> handled.size() == 3);
        assertThat(handled).containsExactly("a: m0", "b: m1", "b: m2");
    }

    @Test
    void aBurstIsHandledTogetherAndOfTheLatestTheLast() throws InterruptedException {
        assertThat(gathered(ConversationStrategy.BURST)).containsExactly("0", "1+2+3");
        assertThat(gathered(ConversationStrategy.LATEST)).containsExactly("0", "3 skipping [1, 2]");
    }

    private List<String> gathered(ConversationStrategy strategy) throws InterruptedException {
        handled.clear();
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore gate = new Semaphore(0);
        ConversationHandler<String> plain = handler(strategy);
        ConversationHandler<String> gated = ConversationHandler.of("h", String.class, plain.rules(), turn -> {
            begun.countDown();
            gate.acquire();
            plain.handle(turn);
        });
        IntStream.range(0, 4).forEach(i -> {
            a.conversations().handle(strategy.name(), "" + i, "" + i, gated);
            if (i == 0) {
                meetLatch(begun);
            }
        });
        gate.release(2);
        await().until(() -> handled.size() == 2);
        return List.copyOf(handled);
    }

    private static void meetLatch(CountDownLatch begun) {
        try {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void debouncingWaitsForSilence() {
        ConversationHandler<String> handler =
                handler(ConversationRules.of(ConversationStrategy.DEBOUNCE).withWindow(Duration.ofMillis(50)));
        a.conversations().handle("room", "1", "1", handler);
        clock.advance(Duration.ofMillis(40));
        b.conversations().handle("room", "2", "2", handler);
        clock.advance(Duration.ofMillis(40));
        a.conversations().handle("room", "3", "3", handler);
        assertThat(a.states().turns().ready(List.of("h"), 10)).isEmpty();
        clock.advance(Duration.ofMillis(50));

        await().until(() -> !handled.isEmpty());
        assertThat(handled).containsExactly("3 skipping [1, 2]");
    }

    @Test
    void asManyAsTheCapSaysAreHandledAtOnce() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ConversationRules rules =
                ConversationRules.of(ConversationStrategy.CONCURRENT).withCap(3);
        CountDownLatch together = new CountDownLatch(3);
        ConversationHandler<String> handler = ConversationHandler.of("h", String.class, rules, turn -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            assertThat(turn.key()).isEqualTo("room");
            together.countDown();
            together.await();
            now.decrementAndGet();
            done.incrementAndGet();
        });
        IntStream.range(0, 30).forEach(i -> (i % 2 == 0 ? a : b).conversations().handle("room", "" + i, "m", handler));

        await().until(() -> done.get() == 30);
        assertThat(most).hasValue(3);
    }

    @Test
    void whoIsRejectedCanComeAgain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore gate = new Semaphore(0);
        ConversationHandler<String> handler =
                ConversationHandler.of("h", String.class, ConversationRules.of(ConversationStrategy.REJECT), turn -> {
                    begun.countDown();
                    gate.acquire();
                    handled.add(turn.message());
                });
        assertThat(a.conversations().handle("room", "1", "one", handler)).isEqualTo(Admission.ACCEPTED);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(b.conversations().handle("room", "2", "two", handler)).isEqualTo(Admission.REJECTED);
        assertThat(b.conversations().handle("room", "1", "one", handler)).isEqualTo(Admission.DUPLICATE);
        gate.release(2);
        await().until(() -> a.chat().locks().live().isEmpty());

        assertThat(b.conversations().handle("room", "2", "two", handler)).isEqualTo(Admission.ACCEPTED);
        await().until(() -> handled.size() == 2);
    }
}
