package org.restante.dedup;

import java.time.Instant;
import java.util.Optional;
import org.restante.dedup.Decision.Taken;
import org.restante.entry.InvalidInputException;

/**
 * Which keys of a namespace were handled, are being handled, or may be. Thread-safe; all nodes on one database see the same.
 * (Kept in memory, what follows holds for one process, and without its part on transactions.)
 *
 * <p><b>Transactions.</b> Each operation is part of the caller's transaction where there is one: a claim, the work's own
 * changes and the receipt become visible together, and a rollback undoes them together. {@link #independent} gives the same
 * cache with operations that are done for good at once; a claim made there can be completed here, so that the receipt commits
 * with the work.
 *
 * <p><b>Time.</b> A claim is its claimer's until its lease runs out; then another may have it, with a new token, and the first
 * can do nothing with its own any more. A receipt is there for the retention of the namespace. Both are told by the
 * database's time.
 *
 * <p>Every operation throws {@link InvalidInputException} for a key that is empty or over 512 characters, before anything is
 * done, and {@link DedupCollisionException} when another key with the same hash is there.
 */
public interface DedupCache {

    /** {@link #claim(String, ClaimTerms)} as the namespace has it, without a fingerprint. */
    default Decision claim(String key) {
        return claim(key, ClaimTerms.defaults());
    }

    /**
     * Claims a key: of all who do, one gets {@link Decision.Claimed}. The others are told {@link Decision.InFlight}, without
     * waiting for the claim's transaction to end where it is in one, or {@link Decision.Completed} with the receipt. Who
     * meets a row that is over and still held by a sweep or a transaction looks again for up to a second.
     *
     * @throws FingerprintMismatchException when the key came before with another fingerprint
     */
    Decision claim(String key, ClaimTerms terms);

    /** How the key stands; empty when it can be claimed. Changes nothing. */
    Optional<Taken> lookup(String key);

    /** {@link #complete(String, ClaimToken, Receipt)} of that claim. */
    default void complete(Claim claim, Receipt receipt) {
        complete(claim.key().key(), claim.token(), receipt);
    }

    /**
     * Keeps the receipt: from now on the key is handled. Once more with an equal receipt is fine and writes nothing.
     *
     * @throws StaleClaimException when the claim is not the caller's any more
     * @throws ReceiptMismatchException when it was completed with another receipt
     */
    void complete(String key, ClaimToken token, Receipt receipt);

    /** {@link #release(String, ClaimToken)} of that claim. */
    default void release(Claim claim) {
        release(claim.key().key(), claim.token());
    }

    /**
     * Lets the key be claimed again. Where no claim is live, completed or not, nothing is done.
     *
     * @throws StaleClaimException when the live claim is another's
     */
    void release(String key, ClaimToken token);

    /** {@link #renew(String, ClaimToken)} of that claim. */
    default Instant renew(Claim claim) {
        return renew(claim.key().key(), claim.token());
    }

    /**
     * Begins the lease anew, as long as it was, from now.
     *
     * @return until when it is
     * @throws StaleClaimException when the claim is not the caller's any more
     */
    Instant renew(String key, ClaimToken token);

    /** A name for the key that is the same at every node and time: {@code namespace:hash}, the SHA-256 in hexadecimal digits. */
    String streamKey(String key);

    /** The claims in flight, the oldest first. Reads the whole namespace: for people, not for messages. */
    ClaimPage inFlight(ClaimPage.Request page);

    /** The same cache, of which each operation is done for good at once, whatever becomes of the caller's transaction. */
    DedupCache independent();
}
