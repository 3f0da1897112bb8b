package org.restante.messaging;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.restante.dedup.ClaimTerms;
import org.restante.messaging.Deduplicated.Mode;

/**
 * How calls are deduplicated.
 *
 * @param maxAttempts 0 for any number
 */
record Rules(Mode mode, ClaimTerms terms, Duration patience, int maxAttempts) {

    /** @throws IllegalArgumentException when an attribute is not what it can be */
    static Rules of(Deduplicated how) {
        return new Rules(how.mode(), terms(how), duration("patience", how.patience()), how.maxAttempts());
    }

    private static Duration duration(String name, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " must be an ISO duration such as PT30S, but is '" + text + "'", e);
        }
    }

    boolean isJoined() {
        return mode == Mode.JOINED;
    }

    boolean isTooOften(int attempt) {
        return maxAttempts > 0 && attempt > maxAttempts;
    }

    /** Before the commit nobody sees a joined claim, whose lease must not run out before that. */
    private static ClaimTerms terms(Deduplicated how) {
        if (how.mode() == Mode.JOINED) {
            return ClaimTerms.defaults().withLease(ClaimTerms.LONGEST_LEASE);
        }
        return how.lease().isEmpty()
                ? ClaimTerms.defaults()
                : ClaimTerms.defaults().withLease(duration("lease", how.lease()));
    }
}
