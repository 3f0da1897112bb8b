package org.restante.dedup;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/**
 * How a key is claimed, where it is not as its namespace has it.
 *
 * @param fingerprint 1 to 512 characters that are the same for the same payload, a hash of it usually; null to check nothing
 * @param lease how long the claim is the claimer's unless it is renewed; null for that of the namespace
 */
public record ClaimTerms(
        @Nullable String fingerprint, @Nullable Duration lease) {

    /** The longest lease. */
    public static final Duration LONGEST_LEASE = Duration.ofDays(1);

    private static final Duration SHORTEST_LEASE = Duration.ofNanos(1000);
    private static final ClaimTerms DEFAULTS = new ClaimTerms(null, null);

    /** @throws InvalidInputException naming {@code fingerprint} or {@code lease} and the limit that it breaks */
    public ClaimTerms {
        if (fingerprint != null) {
            EntryKey.requireKey("fingerprint", fingerprint);
        }
        if (lease != null && (lease.compareTo(LONGEST_LEASE) > 0 || lease.compareTo(SHORTEST_LEASE) < 0)) {
            throw new InvalidInputException(
                    "lease", "must be " + SHORTEST_LEASE + " to " + LONGEST_LEASE + ", but is " + lease);
        }
    }

    /** No fingerprint, and the lease of the namespace. */
    public static ClaimTerms defaults() {
        return DEFAULTS;
    }

    /** These terms with that fingerprint. */
    public ClaimTerms withFingerprint(String payload) {
        return new ClaimTerms(payload, lease);
    }

    /** These terms with that lease. */
    public ClaimTerms withLease(Duration duration) {
        return new ClaimTerms(fingerprint, duration);
    }
}
