package org.restante.dedup;

import org.restante.entry.RestanteException;

/** Two keys have one hash. The claim of the first stands, and the second is neither a duplicate nor claimed. */
public final class DedupCollisionException extends RestanteException {

    private final DedupKey claimed;
    private final DedupKey refused;

    public DedupCollisionException(DedupKey claimed, DedupKey refused) {
        super("the keys " + claimed + " and " + refused + " have one hash; the second cannot be claimed");
        this.claimed = claimed;
        this.refused = refused;
    }

    /** The key that was there, in full. */
    public DedupKey claimed() {
        return claimed;
    }

    /** The key that was asked for, in full. */
    public DedupKey refused() {
        return refused;
    }
}
