package org.restante.chat.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.restante.chat.LockStore.Holder;
import org.restante.chat.StoredLock;
import org.restante.chat.StoredPending;

/** A lock and what waits for it. Whoever has one has the monitor of its memory. */
final class Conversation {

    private final NavigableMap<Long, StoredPending> entries = new TreeMap<>();
    private @Nullable StoredLock lock;
    private Readiness readiness = Readiness.NONE;
    private @Nullable Guard guard;

    /**
     * Who handles what waits, from when on, and how often the first was begun in vain.
     *
     * @param handler empty where that is the caller's business
     */
    record Readiness(String handler, Instant readyAt, int failures) {

        static final Readiness NONE = new Readiness("", Instant.EPOCH, 0);
    }

    Readiness readiness() {
        return readiness;
    }

    void setReadiness(Readiness newReadiness) {
        readiness = newReadiness;
    }

    /** Whether somebody may take it who handles what waits. */
    boolean isReady(Instant now) {
        return !isLive(now) && !readiness.readyAt().isAfter(now);
    }

    /** Somebody's work during which nobody else gets the lock. */
    record Guard(Thread thread) {}

    @Nullable StoredLock lock() {
        return lock;
    }

    void setLock(@Nullable StoredLock newLock) {
        lock = newLock;
    }

    boolean isLive(Instant now) {
        return lock != null && lock.leaseUntil().isAfter(now);
    }

    /** Whether that is the lock, whatever its lease. */
    boolean isOf(StoredLock acquired) {
        return lock != null && lock.token().equals(acquired.token());
    }

    /** The lock, if the holder has it. */
    @Nullable StoredLock heldBy(Holder holder) {
        if (lock == null || (holder.token() == null && holder.owner() == null)) {
            return lock;
        }
        boolean his = holder.token() != null
                ? lock.token().equals(holder.token())
                : lock.owner().equals(holder.owner());
        return his && isLive(holder.now()) ? lock : null;
    }

    boolean isGuarded() {
        return guard != null;
    }

    boolean isGuardedByAnother() {
        return guard != null && guard.thread() != Thread.currentThread();
    }

    void setGuard(@Nullable Guard newGuard) {
        guard = newGuard;
    }

    /** Ends the guard, if it is that one. */
    void endGuard(Guard ended) {
        if (ended.equals(guard)) {
            guard = null;
        }
    }

    /** Whether there is nothing to remember. */
    boolean isIdle() {
        return lock == null && guard == null && entries.isEmpty();
    }

    /** What waits, in order. */
    List<StoredPending> entries() {
        return List.copyOf(entries.values());
    }

    boolean holds(Collection<Long> numbers) {
        return entries.keySet().containsAll(numbers);
    }

    int depth(Instant now) {
        return (int)
                entries.values().stream().filter(entry -> !entry.isExpired(now)).count();
    }

    /** Lets it wait behind the others, and not for longer than they do. */
    StoredPending add(StoredPending entry) {
        Instant last =
                entries.isEmpty() ? Instant.MIN : entries.lastEntry().getValue().enqueuedAt();
        Instant since = last.isAfter(entry.enqueuedAt()) ? last : entry.enqueuedAt();
        StoredPending added = new StoredPending(
                entry.number(), entry.owner(), entry.strategy(), entry.content(), since, entry.expiresAt());
        entries.put(added.number(), added);
        return added;
    }

    void remove(StoredPending entry) {
        entries.remove(entry.number());
    }

    void putBack(List<StoredPending> taken) {
        taken.forEach(entry -> entries.putIfAbsent(entry.number(), entry));
    }

    /** Takes away the oldest of those that are wanted, so many of them. */
    List<StoredPending> take(int most, Predicate<StoredPending> wanted) {
        List<StoredPending> taken = new ArrayList<>();
        Iterator<StoredPending> each = entries.values().iterator();
        while (taken.size() < most && each.hasNext()) {
            StoredPending entry = each.next();
            if (wanted.test(entry)) {
                each.remove();
                taken.add(entry);
            }
        }
        return taken;
    }

    /** Takes away the first that has not expired, and those before it. */
    List<StoredPending> takeNext(Instant now) {
        List<StoredPending> taken = new ArrayList<>();
        while (!entries.isEmpty()) {
            StoredPending entry = entries.pollFirstEntry().getValue();
            taken.add(entry);
            if (!entry.isExpired(now)) {
                break;
            }
        }
        return taken;
    }
}
