package org.restante.chat.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ConversationKey;
import org.restante.chat.HeldConversation;
import org.restante.chat.LiveLock;
import org.restante.chat.LockStore;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.QueueBound.Overflow;
import org.restante.chat.StoredLock;
import org.restante.chat.StoredPending;
import org.restante.chat.memory.Conversation.Readiness;
import org.restante.entry.ProfileId;

/** Locks and what waits for them in maps. Thread-safe. */
final class MemoryConversations implements LockStore {

    private final Memory memory;
    private final Guards guards;
    private final ConversationUndo undo;

    MemoryConversations(Memory memory, Scope scope) {
        this.memory = memory;
        this.guards = new Guards(memory, scope);
        this.undo = new ConversationUndo(guards, scope.undoLog());
    }

    @Override
    public Locking lock(ConversationKey key, Wanted wanted) {
        synchronized (memory) {
            Conversation conversation = guards.await(key, found -> !found.isLive(wanted.now()));
            if (!conversation.isLive(wanted.now())) {
                return Locking.acquired(acquired(key, conversation, wanted).token());
            }
            return switch (wanted.strategy()) {
                case QUEUE -> queued(key, conversation, wanted);
                case DEBOUNCE -> debounced(key, conversation, wanted);
                case REJECT, CONCURRENT -> Locking.busy();
            };
        }
    }

    private StoredLock acquired(ConversationKey key, Conversation conversation, Wanted wanted) {
        LockToken token = new LockToken(memory.nextNumber());
        StoredLock lock =
                new StoredLock(key.key(), wanted.owner(), token, wanted.now(), wanted.leaseUntil(), wanted.lease());
        conversation.setLock(lock);
        undo.acquired(key, lock);
        return lock;
    }

    private Locking queued(ConversationKey key, Conversation conversation, Wanted wanted) {
        int depth = conversation.depth(wanted.now());
        int most = wanted.bound().size();
        StoredPending entry = wanted.entry(memory.nextNumber());
        if (depth >= most && wanted.bound().overflow() == Overflow.DROP_NEWEST) {
            return Locking.overflowed(entry);
        }
        List<StoredPending> dropped = conversation.take(
                depth + 1 - most, waiting -> !waiting.isExpired(wanted.now()) && !waiting.isForHandler());
        if (conversation.depth(wanted.now()) >= most) {
            return Locking.overflowed(entry);
        }
        undo.arrived(key, conversation.add(entry), dropped);
        return Locking.queued(conversation.depth(wanted.now()), dropped);
    }

    private Locking debounced(ConversationKey key, Conversation conversation, Wanted wanted) {
        List<StoredPending> replaced =
                conversation.take(Integer.MAX_VALUE, waiting -> waiting.strategy() == LockStrategy.DEBOUNCE);
        undo.arrived(key, conversation.add(wanted.entry(memory.nextNumber())), replaced);
        return Locking.debounced();
    }

    @Override
    public boolean extend(ConversationKey key, Holder holder, Duration lease) {
        synchronized (memory) {
            Conversation conversation = memory.conversations().get(key);
            StoredLock lock = conversation == null ? null : conversation.heldBy(holder);
            if (conversation == null || lock == null) {
                return false;
            }
            renewed(
                    key,
                    conversation,
                    lock,
                    new Renewal(lock.token(), holder.now().plus(lease), lease));
            return true;
        }
    }

    private record Renewal(LockToken token, Instant until, Duration lease) {}

    private StoredLock renewed(ConversationKey key, Conversation conversation, StoredLock lock, Renewal renewal) {
        StoredLock renewed = new StoredLock(
                lock.key(), lock.owner(), renewal.token(), lock.since(), renewal.until(), renewal.lease());
        conversation.setLock(renewed);
        undo.renewed(key, lock, renewed);
        return renewed;
    }

    @Override
    public Optional<List<StoredPending>> release(ConversationKey key, Holder holder) {
        synchronized (memory) {
            Conversation conversation = guards.await(key, found -> found.heldBy(holder) != null);
            StoredLock lock = conversation.heldBy(holder);
            boolean forced = holder.token() == null && holder.owner() == null;
            if (lock == null && !forced) {
                guards.tidy(key, conversation);
                return Optional.empty();
            }
            List<StoredPending> taken = conversation.take(Integer.MAX_VALUE, waiting -> true);
            freed(key, conversation, taken);
            return Optional.of(taken);
        }
    }

    private void freed(ConversationKey key, Conversation conversation, List<StoredPending> taken) {
        undo.freed(key, conversation.lock(), taken);
        conversation.setLock(null);
        guards.tidy(key, conversation);
    }

    @Override
    public @Nullable Taking releaseOrTakeNext(ConversationKey key, Holder holder) {
        synchronized (memory) {
            Conversation conversation = guards.await(key, found -> found.heldBy(holder) != null);
            StoredLock lock = conversation.heldBy(holder);
            if (lock == null) {
                guards.tidy(key, conversation);
                return null;
            }
            List<StoredPending> taken = conversation.takeNext(holder.now());
            int last = taken.size() - 1;
            if (last < 0 || taken.get(last).isExpired(holder.now())) {
                freed(key, conversation, taken);
                return new Taking(null, taken, null);
            }
            undo.taken(key, taken);
            Instant until = holder.now().plus(lock.lease());
            Renewal renewal = new Renewal(new LockToken(memory.nextNumber()), until, lock.lease());
            return new Taking(taken.get(last), taken.subList(0, last), renewed(key, conversation, lock, renewal));
        }
    }

    @Override
    public boolean guard(ConversationKey key, Holder holder) {
        synchronized (memory) {
            Conversation conversation = guards.await(key, found -> found.heldBy(holder) != null);
            boolean held = conversation.heldBy(holder) != null;
            if (held && !conversation.isGuarded()) {
                guards.guard(key, conversation);
            }
            guards.tidy(key, conversation);
            return held;
        }
    }

    @Override
    public List<LiveLock> live(ProfileId profile, Instant now) {
        synchronized (memory) {
            return memory.conversations().entrySet().stream()
                    .filter(entry -> entry.getKey().profile().equals(profile))
                    .flatMap(entry -> live(entry.getValue(), now).stream())
                    .sorted(Comparator.comparing(LiveLock::key))
                    .toList();
        }
    }

    @Override
    public List<HeldConversation> oldest(Instant now, int most) {
        synchronized (memory) {
            return memory.conversations().entrySet().stream()
                    .flatMap(entry -> live(entry.getValue(), now).stream()
                            .map(lock -> new HeldConversation(entry.getKey().profile(), lock)))
                    .sorted(Comparator.comparing(
                                    (HeldConversation held) -> held.lock().since())
                            .thenComparing(HeldConversation::profile)
                            .thenComparing(held -> held.lock().key()))
                    .limit(most)
                    .toList();
        }
    }

    private static Optional<LiveLock> live(Conversation conversation, Instant now) {
        StoredLock lock = conversation.lock();
        return lock == null || !conversation.isLive(now)
                ? Optional.empty()
                : Optional.of(new LiveLock(
                        lock.key(), lock.owner(), lock.since(), lock.leaseUntil(), conversation.depth(now)));
    }

    /** Drops all locks of a profile and what waits for them. */
    void clear(ProfileId profile) {
        synchronized (memory) {
            List.copyOf(memory.conversations().keySet()).stream()
                    .filter(key -> key.profile().equals(profile))
                    .forEach(key -> release(key, Holder.anybody(Instant.MIN)));
        }
    }

    /** Drops at most so many locks that were over by then and for which nothing waits; how many. */
    int sweep(Instant before, int most) {
        synchronized (memory) {
            List<ConversationKey> idle = memory.conversations().entrySet().stream()
                    .filter(entry -> !entry.getValue().isLive(before)
                            && !entry.getValue().isGuarded()
                            && entry.getValue().entries().isEmpty())
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
            idle.forEach(memory.conversations()::remove);
            return idle.size();
        }
    }

    /** Lets that handler handle what waits, at once. */
    void restore(ConversationKey key, String handler) {
        Conversation conversation = guards.made(key);
        Readiness before = conversation.readiness();
        conversation.setReadiness(new Readiness(handler, Instant.EPOCH, 0));
        undo.readied(key, before);
    }

    /** Puts a lock in its place, with a token of its own. */
    void restore(ConversationKey key, StoredLock lock) {
        LockToken token = new LockToken(memory.nextNumber());
        StoredLock restored =
                new StoredLock(key.key(), lock.owner(), token, lock.since(), lock.leaseUntil(), lock.lease());
        guards.made(key).setLock(restored);
        undo.acquired(key, restored);
    }

    /** Lets an entry wait behind the others. */
    void restore(ConversationKey key, StoredPending entry) {
        StoredPending numbered = new StoredPending(
                memory.nextNumber(),
                entry.owner(),
                entry.strategy(),
                entry.content(),
                entry.enqueuedAt(),
                entry.expiresAt());
        undo.arrived(key, guards.made(key).add(numbered), List.of());
    }
}
