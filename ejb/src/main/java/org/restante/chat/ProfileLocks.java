package org.restante.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.restante.chat.LockStore.Holder;
import org.restante.chat.LockStore.Locking;
import org.restante.chat.LockStore.Taking;
import org.restante.chat.LockStore.Wanted;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/** The locks of one profile. Thread-safe. */
final class ProfileLocks implements ConversationLocks {

    private final ProfileId profile;
    private final ChatStates states;

    ProfileLocks(ProfileId profile, ChatStates states) {
        this.profile = profile;
        this.states = states;
    }

    @Override
    public LockResult lock(String key, LockRequest request) {
        PendingCodec codec = codec(key);
        byte[] content = codec.encode(request);
        if (request.strategy() == LockStrategy.CONCURRENT) {
            return new LockResult.Acquired(null, null);
        }
        Duration lease = Objects.requireNonNullElse(request.lease(), states.lease());
        QueueBound bound = Objects.requireNonNullElse(request.bound(), states.bound());
        Wanted wanted = new Wanted(request.owner(), request.strategy(), lease, bound, content, states.now());
        Locking locking = store().lock(codec.key(), wanted);
        return switch (locking.outcome()) {
            case ACQUIRED -> new LockResult.Acquired(locking.token(), wanted.leaseUntil());
            case QUEUED -> new LockResult.Queued(locking.position(), codec.decode(locking.dropped()));
            case DEBOUNCED -> new LockResult.Debounced();
            case BUSY -> new LockResult.Busy();
            case OVERFLOWED ->
                new LockResult.Overflowed(codec.decode(locking.dropped()).get(0));
        };
    }

    @Override
    public Optional<Instant> extend(String key, LockToken token, Duration lease) {
        LockRequest.requireLease(lease);
        Instant now = states.now();
        boolean extended = store().extend(key(key), Holder.of(token, now), lease);
        return extended ? Optional.of(now.plus(lease)) : Optional.empty();
    }

    @Override
    public ReleaseResult release(String key, LockToken token) {
        return released(key, Holder.of(token, states.now()));
    }

    @Override
    public ReleaseResult release(String key, String owner) {
        EntryKey.requireKey("owner", owner);
        return released(key, Holder.named(owner, states.now()));
    }

    @Override
    public ReleaseResult.Released forceRelease(String key) {
        return released(key, Holder.anybody(states.now())) instanceof ReleaseResult.Released released
                ? released
                : new ReleaseResult.Released(List.of(), List.of());
    }

    private ReleaseResult released(String key, Holder holder) {
        PendingCodec codec = codec(key);
        Optional<List<StoredPending>> entries = store().release(codec.key(), holder);
        return entries.isPresent()
                ? new ReleaseResult.Released(
                        codec.decode(entries.get().stream()
                                .filter(entry -> !entry.isExpired(holder.now()))
                                .toList()),
                        codec.decode(entries.get().stream()
                                .filter(entry -> entry.isExpired(holder.now()))
                                .toList()))
                : new ReleaseResult.NotOwner();
    }

    @Override
    public NextResult releaseOrTakeNext(String key, LockToken token) {
        PendingCodec codec = codec(key);
        Taking taking = store().releaseOrTakeNext(codec.key(), Holder.of(token, states.now()));
        if (taking == null) {
            return new NextResult.NotOwner();
        }
        List<Pending> skipped = codec.decode(taking.skipped());
        StoredPending next = taking.next();
        StoredLock lock = taking.lock();
        return next == null || lock == null
                ? new NextResult.Freed(skipped)
                : new NextResult.Next(codec.decode(next), skipped, lock.token(), lock.leaseUntil());
    }

    @Override
    public <T> T guarded(String key, LockToken token, Supplier<T> work) {
        ConversationKey place = key(key);
        return states.adapter().atomically(adapter -> {
            if (!adapter.locks().guard(place, Holder.of(token, states.now()))) {
                throw new LockLostException(key);
            }
            return work.get();
        });
    }

    @Override
    public List<LiveLock> live() {
        return store().live(profile, states.now());
    }

    private LockStore store() {
        return states.adapter().locks();
    }

    private PendingCodec codec(String key) {
        return new PendingCodec(states.codec(), key(key));
    }

    private ConversationKey key(String key) {
        return new ConversationKey(profile, key);
    }
}
