package org.restante.dedup;

import org.restante.entry.RestanteException;

/** A claim is not its claimer's any more: its lease ran out, it was released or taken over. Nothing was changed. */
public final class StaleClaimException extends RestanteException {

    public StaleClaimException(DedupKey key) {
        super("the claim of " + key + " is stale: its lease ran out, or it was released or taken over");
    }
}
