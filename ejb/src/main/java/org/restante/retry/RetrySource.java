package org.restante.retry;

import java.util.Optional;
import org.restante.entry.ProfileId;

/**
 * Sent messages that the application keeps itself, its outbox for instance; asked when the cache has none. In a container: a
 * CDI bean, found by this type. What it throws is told in the log and counts as a miss. Thread-safe.
 */
@FunctionalInterface
public interface RetrySource {

    /** The message of that profile and id, if it is there. */
    Optional<RetryEntry> find(ProfileId profile, String id);
}
