package org.restante.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.restante.entry.ProfileId;
import org.restante.testing.Elsewhere;
import org.restante.time.Ticker;

class LockLineTest {

    private static final LockKey FREE = new LockKey(new ProfileId("p"), "free");
    private static final LockKey TAKEN = new LockKey(new ProfileId("p"), "taken");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final LockLine line = new LockLine(1, Ticker.system());

    @Test
    void whoIsInterruptedInLineIsToldSoStaysInterruptedAndHoldsNothing() {
        LockLine.Pass holder = line.enter(List.of(TAKEN), LONG);
        AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        CompletableFuture<Boolean> waiter = Elsewhere.start(Thread::new, () -> {
            thread.set(Thread.currentThread());
            assertThatExceptionOfType(LockInterruptedException.class)
                    .isThrownBy(() -> line.enter(List.of(FREE, TAKEN), LONG))
                    .withMessageContaining("p/free, p/taken");
            return Thread.currentThread().isInterrupted();
        });
        Thread waiting = await().until(thread::get, found -> found != null && isWaiting(found));

        waiting.interrupt();

        assertThat(Elsewhere.await(waiter)).isTrue();
        line.enter(List.of(FREE), Duration.ZERO).leave();
        holder.leave();
        line.enter(List.of(TAKEN), Duration.ZERO).leave();
    }

    @Test
    void aPassThatIsGivenBackTwiceLetsOneThrough() {
        LockLine.Pass pass = line.enter(List.of(TAKEN), LONG);
        pass.leave();
        pass.leave();

        line.enter(List.of(TAKEN), Duration.ZERO);

        assertThatThrownBy(() -> line.enter(List.of(TAKEN), Duration.ZERO)).isInstanceOf(LockTimeoutException.class);
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }
}
