package org.restante.dedup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.StoredClaim.Completion;

/**
 * Where claims are kept. Each operation is one atomic step. Implementations are thread-safe, know nothing of receipts, and
 * take part in the caller's transaction where there is one and they can.
 */
public interface DedupAdapter extends AutoCloseable {

    /**
     * Takes the key where it is free: where nothing is, or {@link StoredClaim#next} gives a claim. Never waits for a
     * transaction that holds the key, and never breaks the caller's.
     *
     * @return the claim that holds the key now, which is the caller's if it has the token of the attempt; null when another is
     *     taking it in this moment
     */
    @Nullable StoredClaim claim(ClaimAttempt wanted);

    /** The claim in that place, also one that has run out. */
    Optional<StoredClaim> find(HashedKey key);

    /** Keeps the receipt, if the claim is live and in flight; whether it was. */
    boolean complete(Held claim, Completion completion);

    /** Forgets the claim, if it is live and in flight; whether it was. */
    boolean release(Held claim);

    /** Begins the lease anew, if the claim is live and in flight; until when it is, or null. */
    @Nullable Instant renew(Held claim);

    /** Live claims of a namespace that are in flight, by the time and the key behind that place. */
    List<StoredClaim> inFlight(String namespace, ClaimPage.Request page, Instant now);

    /**
     * Live claims of all namespaces that are in flight, by their times, namespaces and keys.
     *
     * @param retentions for which rows stay behind the end of their leases, which tells where to look for them
     * @param most how many at most
     */
    List<StoredClaim> allInFlight(Instant now, Set<Duration> retentions, int most);

    /**
     * Forgets claims whose time is over, for which claimers need not wait.
     *
     * @param before before when it was over
     * @return how many; fewer than {@code most} when there are no more
     */
    int sweep(Instant before, int most);

    /** The same claims, of which each operation is done for good at once, whatever the caller's transaction is. */
    DedupAdapter independent();

    @Override
    void close();

    /**
     * A claim that somebody says to have.
     *
     * @param now by which it is live or not
     */
    record Held(HashedKey key, ClaimToken token, Instant now) {

        /** Whether it is that one, and live and in flight. */
        public boolean isLive(StoredClaim claim) {
            return claim.receipt() == null && claim.token().equals(token) && claim.isLive(now);
        }
    }
}
