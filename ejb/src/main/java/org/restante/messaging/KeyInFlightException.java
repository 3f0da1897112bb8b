package org.restante.messaging;

import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.DedupKey;
import org.restante.entry.RestanteException;

/** A key was being handled elsewhere for as long as the call could wait. Nothing was done; to be tried again. */
public final class KeyInFlightException extends RestanteException {

    public KeyInFlightException(DedupKey key, InFlight state) {
        super(key + " is still being handled, attempt " + state.attempt() + ", by whoever has it until "
                + state.leaseUntil());
    }
}
