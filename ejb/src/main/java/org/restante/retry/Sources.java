package org.restante.retry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The sources behind a cache, of which none can fail a read. */
final class Sources {

    private static final Logger LOG = System.getLogger(RetryCache.class.getName());

    private final List<RetrySource> sources;

    Sources(List<RetrySource> sources) {
        this.sources = sources;
    }

    Optional<RetryEntry> find(RetryKey key) {
        return sources.stream().flatMap(source -> find(source, key).stream()).findFirst();
    }

    private static Optional<RetryEntry> find(RetrySource source, RetryKey key) {
        try {
            return Objects.requireNonNull(source.find(key.profile(), key.id()), "it gave null");
        } catch (Exception e) { // a proxy may throw what it does not declare
            LOG.log(Level.WARNING, "The source of sent messages failed for " + key + ": a miss", e);
            return Optional.empty();
        }
    }
}
