package org.restante.web.idempotency;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.Claim;
import org.restante.dedup.DedupCache;
import org.restante.dedup.StaleClaimException;
import org.restante.entry.RestanteException;
import org.restante.lease.LeaseKeeper;

/** A request that is being done under its key. Ends once: what comes after the end changes nothing. */
final class ClaimedRequest {

    private static final Logger LOG = System.getLogger(ClaimedRequest.class.getName());

    private final DedupCache cache;
    private final Claim claim;
    private final LeaseKeeper.Kept lease;
    private KeptAnswer.@Nullable Head head;
    private boolean ended;

    ClaimedRequest(DedupCache cache, Claim claim, LeaseKeeper.Kept lease) {
        this.cache = cache;
        this.claim = claim;
        this.lease = lease;
    }

    /** What the answer is going to be; its body follows. */
    synchronized void answered(KeptAnswer.Head answer) {
        head = answer;
    }

    /** The answer whose body is to be kept, null where none is. */
    synchronized KeptAnswer.@Nullable Head expected() {
        return ended ? null : head;
    }

    /** Keeps the answer for those who ask again. */
    synchronized void complete(KeptAnswer answer) {
        if (end()) {
            try {
                cache.complete(claim, answer.receipt());
            } catch (StaleClaimException e) {
                LOG.log(
                        Level.WARNING,
                        "A request took longer than its lease; its answer is not kept: {0}",
                        e.getMessage());
            } catch (RestanteException e) {
                LOG.log(Level.WARNING, "The answer of a request that was done is not kept", e);
            }
        }
    }

    /** Lets the request be done again. */
    synchronized void release() {
        if (end()) {
            try {
                cache.release(claim);
            } catch (RestanteException e) {
                LOG.log(Level.DEBUG, "The claim of a request stays until its lease runs out", e);
            }
        }
    }

    private boolean end() {
        boolean first = !ended;
        ended = true;
        lease.close();
        return first;
    }
}
