package org.restante.web.dedup;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.ClaimTerms;
import org.restante.entry.InvalidInputException;

/**
 * How a key is to be claimed.
 *
 * @param lease as ISO-8601 has it
 */
record ClaimRequest(@Nullable String fingerprint, @Nullable String lease) {

    static final ClaimRequest EMPTY = new ClaimRequest(null, null);

    /** @throws InvalidInputException naming what breaks its limit */
    ClaimTerms terms() {
        return new ClaimTerms(fingerprint, lease == null ? null : duration(lease));
    }

    private static Duration duration(String lease) {
        try {
            return Duration.parse(lease);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException("lease", "must be a duration of ISO-8601, for example PT1M");
        }
    }
}
