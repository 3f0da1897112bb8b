package org.restante.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LiveLock;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockToken;
import org.restante.chat.NextResult;
import org.restante.chat.ReleaseResult;

/** Who handles which conversation, measured. */
record MeteredConversationLocks(ConversationLocks locks, Timing timing) implements ConversationLocks {

    @Override
    public LockResult lock(String key, LockRequest request) {
        return timing.timed(Operation.CHAT_LOCK, () -> locks.lock(key, request), Outcomes::of);
    }

    @Override
    public Optional<Instant> extend(String key, LockToken token, Duration lease) {
        return timing.timed(
                Operation.CHAT_EXTEND,
                () -> locks.extend(key, token, lease),
                until -> until.isPresent() ? Outcome.DONE : Outcome.STALE);
    }

    @Override
    public ReleaseResult release(String key, LockToken token) {
        return timing.timed(Operation.CHAT_RELEASE, () -> locks.release(key, token), Outcomes::of);
    }

    @Override
    public ReleaseResult release(String key, String owner) {
        return timing.timed(Operation.CHAT_RELEASE, () -> locks.release(key, owner), Outcomes::of);
    }

    @Override
    public ReleaseResult.Released forceRelease(String key) {
        return timing.timed(Operation.CHAT_FORCE_RELEASE, () -> locks.forceRelease(key), Outcomes::of);
    }

    @Override
    public NextResult releaseOrTakeNext(String key, LockToken token) {
        return timing.timed(Operation.CHAT_TAKE_NEXT, () -> locks.releaseOrTakeNext(key, token), Outcomes::of);
    }

    @Override
    public <T> T guarded(String key, LockToken token, Supplier<T> work) {
        return timing.timed(Operation.CHAT_GUARDED, () -> locks.guarded(key, token, work), result -> Outcome.DONE);
    }

    @Override
    public List<LiveLock> live() {
        return timing.timed(Operation.CHAT_LIST_LOCKS, locks::live, live -> Outcome.DONE);
    }
}
