package org.restante.camel;

import java.time.Instant;
import org.restante.dedup.Decision.InFlight;
import org.restante.entry.RestanteException;

/**
 * Another is handling the message, and the patience is over. It was not handled here, and must not be taken for handled: it is
 * to be delivered again.
 */
public final class MessageInFlightException extends RestanteException {

    private final Instant leaseUntil;

    MessageInFlightException(String streamKey, InFlight standing) {
        super("another is handling " + streamKey + ", until " + standing.leaseUntil()
                + " if nothing more is heard of it");
        this.leaseUntil = standing.leaseUntil();
    }

    /** When the message can be handled here if nothing more is heard of the other. */
    public Instant leaseUntil() {
        return leaseUntil;
    }
}
