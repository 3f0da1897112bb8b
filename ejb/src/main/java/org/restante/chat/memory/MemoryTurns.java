package org.restante.chat.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ConversationKey;
import org.restante.chat.LockLostException;
import org.restante.chat.LockStore.Holder;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.StoredLock;
import org.restante.chat.StoredPending;
import org.restante.chat.TurnStore;
import org.restante.chat.memory.Conversation.Readiness;

/** Conversations that are handled here, in maps. Thread-safe. */
final class MemoryTurns implements TurnStore {

    private final Memory memory;
    private final Scope scope;
    private final Guards guards;
    private final ConversationUndo undo;

    MemoryTurns(Memory memory, Scope scope) {
        this.memory = memory;
        this.scope = scope;
        this.guards = new Guards(memory, scope);
        this.undo = new ConversationUndo(guards, scope.undoLog());
    }

    @Override
    public Arrived arrive(ConversationKey key, Arrival arrival) {
        synchronized (memory) {
            Instant now = arrival.beginning().now();
            Conversation conversation = guards.await(key, found -> !found.isLive(now));
            boolean free = conversation.isReady(now);
            if (arrival.taking() == Taking.OR_ELSE_REFUSED && !free) {
                guards.tidy(key, conversation);
                return new Arrived(false, null);
            }
            boolean taken = free && arrival.taking() != Taking.LATER;
            Readiness before = conversation.readiness();
            conversation.setReadiness(
                    new Readiness(arrival.message().handler(), readyAt(before, arrival.message()), before.failures()));
            undo.arrived(key, conversation.add(entry(arrival)), List.of());
            return new Arrived(true, taken ? begun(key, conversation, arrival.beginning()) : null);
        }
    }

    private static Instant readyAt(Readiness before, Message message) {
        boolean later = message.readyAt().isAfter(before.readyAt());
        return message.pushed() || later ? message.readyAt() : before.readyAt();
    }

    private StoredPending entry(Arrival arrival) {
        Beginning from = arrival.beginning();
        return new StoredPending(
                memory.nextNumber(),
                from.owner(),
                LockStrategy.QUEUE,
                arrival.message().content(),
                from.now(),
                StoredPending.NEVER);
    }

    /** A lock that was there still had run out: a failure of the entry that is first. */
    private Begun begun(ConversationKey key, Conversation conversation, Beginning beginning) {
        Readiness before = conversation.readiness();
        int failures = before.failures() + (conversation.lock() == null ? 0 : 1);
        StoredLock lock = new StoredLock(
                key.key(),
                beginning.owner(),
                new LockToken(memory.nextNumber()),
                beginning.now(),
                beginning.leaseUntil(),
                beginning.lease());
        conversation.setLock(lock);
        conversation.setReadiness(new Readiness(before.handler(), before.readyAt(), failures));
        undo.acquired(key, lock);
        return new Begun(lock.token(), failures);
    }

    @Override
    public Optional<Begun> begin(ConversationKey key, Beginning beginning) {
        synchronized (memory) {
            Conversation conversation = guards.await(key, found -> found.isReady(beginning.now()));
            boolean taken = conversation.isReady(beginning.now())
                    && !conversation.entries().isEmpty();
            guards.tidy(key, conversation);
            return taken ? Optional.of(begun(key, conversation, beginning)) : Optional.empty();
        }
    }

    @Override
    public List<StoredPending> waiting(ConversationKey key, int most) {
        synchronized (memory) {
            Conversation conversation = memory.conversations().get(key);
            return conversation == null
                    ? List.of()
                    : conversation.entries().stream().limit(most).toList();
        }
    }

    @Override
    public Optional<Left> finish(ConversationKey key, Holder holder, Collection<Long> handled) {
        synchronized (memory) {
            Conversation conversation = memory.conversations().get(key);
            StoredLock lock = conversation == null ? null : conversation.heldBy(holder);
            if (conversation == null || lock == null) {
                return Optional.empty();
            }
            if (!conversation.holds(handled)) {
                throw new LockLostException(key.key());
            }
            List<StoredPending> taken = conversation.take(Integer.MAX_VALUE, entry -> handled.contains(entry.number()));
            Readiness before = conversation.readiness();
            conversation.setReadiness(new Readiness(before.handler(), before.readyAt(), 0));
            int left = conversation.entries().size();
            boolean held = left > 0 && !before.readyAt().isAfter(holder.now());
            undo.taken(key, taken);
            set(key, conversation, held ? renewed(lock, holder.now()) : null);
            return Optional.of(new Left(left, held, before.readyAt()));
        }
    }

    private static StoredLock renewed(StoredLock lock, Instant now) {
        return new StoredLock(
                lock.key(), lock.owner(), lock.token(), lock.since(), now.plus(lock.lease()), lock.lease());
    }

    private void set(ConversationKey key, Conversation conversation, @Nullable StoredLock lock) {
        StoredLock before = conversation.lock();
        conversation.setLock(lock);
        if (lock == null) {
            undo.freed(key, before, List.of());
            guards.tidy(key, conversation);
        } else if (before != null) {
            undo.renewed(key, before, lock);
        }
    }

    @Override
    public boolean leave(ConversationKey key, Holder holder, Leaving leaving) {
        synchronized (memory) {
            Conversation conversation = memory.conversations().get(key);
            if (conversation == null || conversation.heldBy(holder) == null) {
                return false;
            }
            Readiness before = conversation.readiness();
            boolean later = leaving.readyAt().isAfter(before.readyAt());
            conversation.setReadiness(new Readiness(
                    before.handler(),
                    later ? leaving.readyAt() : before.readyAt(),
                    before.failures() + (leaving.failed() ? 1 : 0)));
            set(key, conversation, null);
            return true;
        }
    }

    @Override
    public <T> T inTransaction(Duration limit, Function<Runnable, T> work) {
        return scope.alone(limit, work);
    }

    @Override
    public List<Ready> ready(Collection<String> handlers, Instant now, int most) {
        synchronized (memory) {
            return memory.conversations().entrySet().stream()
                    .filter(entry ->
                            handlers.contains(entry.getValue().readiness().handler()))
                    .filter(entry -> entry.getValue().isReady(now)
                            && !entry.getValue().entries().isEmpty())
                    .sorted(Comparator.comparing(
                            entry -> entry.getValue().readiness().readyAt()))
                    .limit(most)
                    .map(MemoryTurns::ready)
                    .toList();
        }
    }

    private static Ready ready(Map.Entry<ConversationKey, Conversation> conversation) {
        return new Ready(
                conversation.getKey(), conversation.getValue().readiness().handler());
    }
}
