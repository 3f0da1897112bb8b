package org.restante.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.Claim;
import org.restante.dedup.ClaimLease;
import org.restante.dedup.Decision;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.DedupCache;
import org.restante.dedup.PatientClaims;
import org.restante.dedup.StaleClaimException;
import org.restante.lease.LeaseKeeper;
import org.restante.transaction.Transactions;

/** Runs calls, each once for its key. Thread-safe. */
public final class Deduplication {

    private static final Logger LOG = System.getLogger(Deduplication.class.getName());

    private final PatientClaims claims;
    private final LeaseKeeper leases;
    private final Transactions transactions;

    public Deduplication(PatientClaims claims, LeaseKeeper leases, Transactions transactions) {
        this.claims = claims;
        this.leases = leases;
        this.transactions = transactions;
    }

    /**
     * Runs the call, or what it has for a duplicate.
     *
     * @throws IllegalStateException when there is no transaction to join, or the caller itself handles the key
     * @throws KeyInFlightException when the key was being handled elsewhere all the time
     * @throws StaleClaimException when the claim was lost before its call ended; the transaction is to be rolled back
     * @throws Exception what the call threw
     */
    @Nullable Object run(DedupCache cache, Rules rules, Call call) throws Exception {
        if (rules.isJoined() && !transactions.active()) {
            throw new IllegalStateException(call + " has no transaction, of which its claim could be a part");
        }
        if (Frame.handles(call.key())) {
            throw new IllegalStateException(call.key() + " is handled by the caller itself");
        }
        Decision decision = claims.claim(
                rules.isJoined() ? cache : cache.independent(), call.key().key(), rules.terms(), rules.patience());
        if (decision instanceof InFlight busy) {
            throw new KeyInFlightException(call.key(), busy);
        }
        return decision instanceof Claimed claimed
                ? new Attempt(cache, rules, claimed.claim()).run(call)
                : call.duplicate(((Completed) decision).receipt());
    }

    /** A key that is the caller's to handle. */
    private final class Attempt {

        private final DedupCache cache;
        private final Rules rules;
        private final Claim claim;

        private Attempt(DedupCache cache, Rules rules, Claim claim) {
            this.cache = cache;
            this.rules = rules;
            this.claim = claim;
        }

        private @Nullable Object run(Call call) throws Exception {
            LeaseKeeper.Kept lease = rules.isJoined() ? null : leases.keep(new ClaimLease(cache, claim), lossOfWork());
            try {
                return run(call, Math.max(claim.attempt(), call.deliveries()), lease);
            } catch (Throwable e) {
                close(lease);
                release();
                throw e;
            }
        }

        private @Nullable Object run(Call call, int attempt, LeaseKeeper.@Nullable Kept lease) throws Exception {
            try (Frame frame = Frame.begin(claim, attempt)) {
                return rules.isTooOften(attempt) ? givenUp(call, attempt, lease) : handled(call, frame, lease);
            }
        }

        private @Nullable Object handled(Call call, Frame frame, LeaseKeeper.@Nullable Kept lease) throws Exception {
            Object result = call.proceed();
            requireHeld(lease);
            if (transactions.rollbackOnly()) {
                release();
            } else {
                cache.complete(claim, call.receipt(result, frame.receipt()));
            }
            return result;
        }

        /** The key is free once the message is where it was put, with the same commit. */
        private @Nullable Object givenUp(Call call, int attempt, LeaseKeeper.@Nullable Kept lease) {
            Object result = call.giveUp(attempt);
            requireHeld(lease);
            cache.release(claim);
            return result;
        }

        private Runnable lossOfWork() {
            return transactions.active() ? transactions.abandonment() : () -> {};
        }

        /** From here on nothing renews the lease, and the claim is not known to be lost. */
        private void requireHeld(LeaseKeeper.@Nullable Kept lease) {
            close(lease);
            if (lease != null && lease.isLost()) {
                throw new StaleClaimException(claim.key());
            }
        }

        /**
         * Not every exception rolls back, and not every store: so a joined claim is released too, in the transaction, or,
         * where no statement gets through there any more, beside it. Who cannot release waits for the lease.
         */
        private void release() {
            try {
                boolean beside = !rules.isJoined() || transactions.rollbackOnly();
                (beside ? cache.independent() : cache).release(claim);
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "A claim was not released", e);
            }
        }

        private static void close(LeaseKeeper.@Nullable Kept lease) {
            if (lease != null) {
                lease.close();
            }
        }
    }
}
