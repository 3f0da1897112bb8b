package org.restante.dedup.memory;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.ClaimAttempt;
import org.restante.dedup.ClaimPage;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.HashedKey;
import org.restante.dedup.StoredClaim;
import org.restante.dedup.StoredClaim.Completion;
import org.restante.transaction.Transactions;
import org.restante.transaction.UndoLog;

/**
 * Keeps claims in the memory of this process. What is done in a transaction is seen by others before it commits; where it knows
 * of transactions a rollback undoes it. Thread-safe.
 */
public final class MemoryDedupAdapter implements DedupAdapter {

    private static final Comparator<StoredClaim> ORDER =
            comparing(StoredClaim::since).thenComparing(claim -> claim.key().key());

    private final ConcurrentMap<HashedKey, StoredClaim> claims;
    private final UndoLog undoLog;

    /** Knows of no transactions: a rollback undoes nothing. */
    public MemoryDedupAdapter() {
        this(new ConcurrentHashMap<>(), UndoLog.none());
    }

    /** A rollback of the caller's transaction undoes what was done in it. */
    public MemoryDedupAdapter(Transactions transactions) {
        this(new ConcurrentHashMap<>(), UndoLog.of(transactions));
    }

    private MemoryDedupAdapter(ConcurrentMap<HashedKey, StoredClaim> claims, UndoLog undoLog) {
        this.claims = claims;
        this.undoLog = undoLog;
    }

    @Override
    public StoredClaim claim(ClaimAttempt wanted) {
        @Nullable StoredClaim[] before = new StoredClaim[1];
        StoredClaim after = claims.compute(wanted.key(), (key, standing) -> {
            before[0] = standing;
            if (standing == null) {
                return StoredClaim.first(wanted);
            }
            StoredClaim next = standing.next(wanted);
            return next == null ? standing : next;
        });
        undoLog.add(() -> undo(wanted.key(), before[0], after));
        return after;
    }

    /** Unless somebody has changed it since. */
    private void undo(HashedKey place, @Nullable StoredClaim before, @Nullable StoredClaim after) {
        claims.compute(place, (key, standing) -> Objects.equals(standing, after) ? before : standing);
    }

    @Override
    public Optional<StoredClaim> find(HashedKey key) {
        return Optional.ofNullable(claims.get(key));
    }

    @Override
    public boolean complete(Held claim, Completion completion) {
        return change(claim, live -> live.completed(completion, claim.now())) != null;
    }

    @Override
    public boolean release(Held claim) {
        return change(claim, live -> null) != null;
    }

    @Override
    public @Nullable Instant renew(Held claim) {
        StoredClaim live = change(claim, found -> found.renewed(claim.now()));
        return live == null ? null : live.renewed(claim.now()).until();
    }

    /** The live claim that was changed, as it was before. */
    private @Nullable StoredClaim change(Held claim, Function<StoredClaim, @Nullable StoredClaim> change) {
        @Nullable StoredClaim[] before = new StoredClaim[1];
        StoredClaim after = claims.computeIfPresent(claim.key(), (key, standing) -> {
            if (!claim.isLive(standing)) {
                return standing;
            }
            before[0] = standing;
            return change.apply(standing);
        });
        StoredClaim changed = before[0];
        if (changed != null) {
            undoLog.add(() -> undo(claim.key(), changed, after));
        }
        return changed;
    }

    @Override
    public List<StoredClaim> inFlight(String namespace, ClaimPage.Request page, Instant now) {
        return claims.values().stream()
                .filter(claim -> claim.key().namespace().equals(namespace))
                .filter(claim -> claim.receipt() == null && claim.isLive(now))
                .filter(claim -> isBehind(page.after(), claim))
                .sorted(ORDER)
                .limit(page.limit() + 1L)
                .toList();
    }

    @Override
    public List<StoredClaim> allInFlight(Instant now, Set<Duration> retentions, int most) {
        return claims.values().stream()
                .filter(claim -> claim.receipt() == null && claim.isLive(now))
                .sorted(comparing(StoredClaim::since)
                        .thenComparing(claim -> claim.key().namespace())
                        .thenComparing(claim -> claim.key().key()))
                .limit(most)
                .toList();
    }

    private static boolean isBehind(ClaimPage.@Nullable Place place, StoredClaim claim) {
        if (place == null) {
            return true;
        }
        int later = claim.since().compareTo(place.since());
        return later > 0 || (later == 0 && claim.key().key().compareTo(place.key()) > 0);
    }

    @Override
    public int sweep(Instant before, int most) {
        int swept = 0;
        for (var entry : claims.entrySet()) {
            if (swept < most
                    && !entry.getValue().forgetAfter().isAfter(before)
                    && claims.remove(entry.getKey(), entry.getValue())) {
                swept++;
            }
        }
        return swept;
    }

    @Override
    public DedupAdapter independent() {
        return new MemoryDedupAdapter(claims, UndoLog.none());
    }

    /** How many claims are held, over or not. */
    int size() {
        return claims.size();
    }

    @Override
    public void close() {
        claims.clear();
    }
}
