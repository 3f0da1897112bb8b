package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.restante.chat.contract.Results.acquired;
import static org.restante.chat.contract.Results.next;
import static org.restante.chat.contract.Results.queue;
import static org.restante.chat.contract.Results.queued;
import static org.restante.chat.contract.Results.reject;
import static org.restante.chat.contract.Results.released;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatState;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LockLostException;
import org.restante.chat.LockResult;
import org.restante.chat.LockToken;
import org.restante.testing.Elsewhere;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Work that is done only while the lock is had. */
public interface FencingContract extends ChatFixture {

    @Test
    @Scenario("C8")
    default void theWorkOfTheHolderIsDone() {
        ChatState state = fresh();
        LockToken token = acquired(state.locks().lock("k", reject("a")));

        assertThat(state.locks().guarded("k", token, () -> {
                    state.values().set("v", "written", null);
                    return 42;
                }))
                .isEqualTo(42);

        assertThat(state.values().get("v", String.class)).contains("written");
        released(state.locks().release("k", token));
    }

    @Test
    @Scenario({"C6", "C8"})
    default void theWorkOfALostTokenIsNotBegun() {
        lost((locks, token) -> clock().advance(LEASE));
        lost((locks, token) -> {
            clock().advance(LEASE);
            acquired(locks.lock("k", reject("b")));
        });
        lost((locks, token) -> released(locks.forceRelease("k")));
        lost((locks, token) -> {
            released(locks.forceRelease("k"));
            acquired(locks.lock("k", reject("a")));
        });
        lost((locks, token) -> released(locks.release("k", token)));
        lost((locks, token) -> {
            queued(locks.lock("k", queue("m")), 1);
            next(locks.releaseOrTakeNext("k", token), "m");
        });
    }

    /** Somebody loses his lock so. */
    interface Loss {
        void of(ConversationLocks locks, LockToken token);
    }

    private void lost(Loss loss) {
        ChatState state = fresh();
        LockToken token = acquired(state.locks().lock("k", reject("a")));
        loss.of(state.locks(), token);

        assertThatExceptionOfType(LockLostException.class)
                .isThrownBy(() -> state.locks().guarded("k", token, () -> {
                    state.values().set("v", "written", null);
                    return token;
                }));

        assertThat(state.values().get("v", String.class)).isEmpty();
    }

    @Test
    @Scenario("C8")
    default void nobodyGetsTheLockBeforeTheGuardedWorkEnds() {
        takenOnlyAfterTheWork(locks -> acquired(locks.lock("k", reject("b"))));
        takenOnlyAfterTheWork(locks -> {
            released(locks.forceRelease("k"));
            acquired(locks.lock("k", reject("b")));
        });
    }

    private void takenOnlyAfterTheWork(Consumer<ConversationLocks> taker) {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", reject("a")));
        AtomicBoolean ended = new AtomicBoolean();

        CompletableFuture<Boolean> endedBefore = locks.guarded("k", token, () -> {
            clock().advance(LEASE);
            CompletableFuture<Boolean> taking = Elsewhere.start(threads(), () -> {
                taker.accept(locks);
                return ended.get();
            });
            holdUp(taking);
            ended.set(true);
            return taking;
        });

        assertThat(Elsewhere.await(endedBefore)).isTrue();
    }

    /** Gives the other time to get what he must not get. */
    static void holdUp(CompletableFuture<?> other) {
        try {
            other.get(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // as it should be
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Scenario("C8")
    default void ofHoldersWhoseLeaseRanOutNoneWritesOverTheNext() {
        ChatState state = fresh();
        int[] written = new int[1];
        int done = Race.of(threads(), 6, racer -> {
                    int own = 0;
                    for (int round = 0; round < 15; round++) {
                        own += writeOnce(state.locks(), "racer " + racer, written);
                    }
                    return own;
                })
                .stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(done).isPositive();
        assertThat(written[0]).isEqualTo(done);
    }

    private int writeOnce(ConversationLocks locks, String owner, int[] written) {
        LockToken token;
        if (locks.lock("k", reject(owner)) instanceof LockResult.Acquired mine && mine.token() != null) {
            token = mine.token();
        } else {
            clock().advance(LEASE); // the holder loses it, whatever he is about
            return 0;
        }
        try {
            return locks.guarded("k", token, () -> {
                written[0]++; // by nobody else
                return 1;
            });
        } catch (LockLostException e) {
            return 0;
        }
    }

    @Test
    @Scenario("C8")
    default void theWorkMayReleaseItself() {
        ConversationLocks locks = fresh().locks();
        LockToken token = acquired(locks.lock("k", reject("a")));

        locks.guarded("k", token, () -> {
            released(locks.release("k", token));
            return token;
        });

        acquired(locks.lock("k", reject("b")));
    }
}
