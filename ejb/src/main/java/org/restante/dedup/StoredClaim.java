package org.restante.dedup;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it is kept, in flight or completed.
 *
 * @param key the full key, by which collisions of hashes are noticed
 * @param fingerprint of the payload, null when none was given
 * @param since when the key was first claimed, or, completed, when that was
 * @param until when the lease or the retention ends
 * @param forgetAfter when the row may go; not before {@code until}
 * @param receipt null while in flight
 */
public record StoredClaim(
        DedupKey key,
        byte @Nullable [] fingerprint,
        ClaimToken token,
        int attempt,
        Instant since,
        Instant until,
        Instant forgetAfter,
        Duration lease,
        byte @Nullable [] receipt) {

    /** The first claim of a key. */
    public static StoredClaim first(ClaimAttempt wanted) {
        return new StoredClaim(
                wanted.key().key(),
                wanted.fingerprint(),
                wanted.token(),
                1,
                wanted.now(),
                wanted.leaseUntil(),
                wanted.forgetAfter(),
                wanted.lease(),
                null);
    }

    /** The claim that follows on this one, or null while this one stands in its way. */
    public @Nullable StoredClaim next(ClaimAttempt wanted) {
        if (isForgotten(wanted.now())) {
            return first(wanted);
        }
        boolean runOut = receipt == null && !isLive(wanted.now());
        if (!runOut || !key.equals(wanted.key().key()) || !fits(wanted.fingerprint())) {
            return null;
        }
        return new StoredClaim(
                key,
                wanted.fingerprint() == null ? fingerprint : wanted.fingerprint(),
                wanted.token(),
                attempt + 1,
                since,
                wanted.leaseUntil(),
                wanted.forgetAfter(),
                wanted.lease(),
                null);
    }

    /** Whether the lease, or the retention, has not ended. */
    public boolean isLive(Instant now) {
        return until.isAfter(now);
    }

    /** Whether it is as if it had never been, swept or not. */
    public boolean isForgotten(Instant now) {
        return receipt == null ? !forgetAfter.isAfter(now) : !isLive(now);
    }

    /** Whether a payload with that fingerprint may be the same. */
    public boolean fits(byte @Nullable [] other) {
        return fingerprint == null || other == null || Arrays.equals(fingerprint, other);
    }

    /** This claim, completed. */
    public StoredClaim completed(Completion completion, Instant now) {
        Instant later = completion.until().isAfter(forgetAfter) ? completion.until() : forgetAfter;
        return new StoredClaim(
                key, fingerprint, token, attempt, now, completion.until(), later, lease, completion.receipt());
    }

    /** This claim, its lease begun anew. */
    public StoredClaim renewed(Instant now) {
        Instant leaseUntil = now.plus(lease);
        Instant later = forgetAfter.plus(Duration.between(until, leaseUntil));
        return new StoredClaim(key, fingerprint, token, attempt, since, leaseUntil, later, lease, receipt);
    }

    /** Without key, token and receipt. */
    @Override
    public String toString() {
        return "StoredClaim(" + key + ", attempt " + attempt + (receipt == null ? ", in flight until " : ", until ")
                + until + ")";
    }

    /**
     * How a claim ends.
     *
     * @param receipt must not be modified
     * @param until how long it is there
     */
    public record Completion(byte[] receipt, Instant until) {}
}
