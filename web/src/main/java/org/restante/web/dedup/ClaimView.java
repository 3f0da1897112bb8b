package org.restante.web.dedup;

import java.time.Instant;
import org.restante.dedup.Decision;

/** How a key stands, as it is answered; never with the token. */
public sealed interface ClaimView {

    /** The state of a key that somebody is handling. */
    String IN_FLIGHT = "in-flight";

    /** The state of a key that was handled. */
    String COMPLETED = "completed";

    /** Somebody is handling it. */
    record InFlight(String state, Instant since, Instant leaseUntil, int attempt, String streamKey)
            implements ClaimView {

        static InFlight of(Decision.InFlight claim, String streamKey) {
            return new InFlight(IN_FLIGHT, claim.since(), claim.leaseUntil(), claim.attempt(), streamKey);
        }
    }

    /** It was handled. */
    record Completed(String state, Instant since, byte[] receipt, String streamKey) implements ClaimView {}

    static ClaimView of(Decision.Taken taken, String streamKey) {
        if (taken instanceof Decision.InFlight claim) {
            return InFlight.of(claim, streamKey);
        }
        Decision.Completed completed = (Decision.Completed) taken;
        return new Completed(COMPLETED, completed.since(), completed.receipt().bytes(), streamKey);
    }
}
