package org.restante.metering;

import java.util.Optional;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryEntry;
import org.restante.retry.RetryLimits;

/**
 * Sent messages of one profile, measured.
 *
 * @param used is run after each put
 */
record MeteredRetryCache(RetryCache cache, Timing timing, Runnable used) implements RetryCache {

    @Override
    public void put(String id, RetryEntry entry) {
        timing.done(Operation.RETRY_PUT, () -> cache.put(id, entry));
        used.run();
    }

    @Override
    public Optional<RetryEntry> get(String id) {
        return timing.timed(Operation.RETRY_GET, () -> cache.get(id), found -> Outcomes.found(found.isPresent()));
    }

    @Override
    public Optional<RetryEntry> get(String recipient, String id) {
        return timing.timed(
                Operation.RETRY_GET, () -> cache.get(recipient, id), found -> Outcomes.found(found.isPresent()));
    }

    @Override
    public int count() {
        return timing.timed(Operation.RETRY_COUNT, cache::count, count -> Outcome.DONE);
    }

    @Override
    public void remove(String id) {
        timing.done(Operation.RETRY_REMOVE, () -> cache.remove(id));
    }

    @Override
    public void clear() {
        timing.done(Operation.RETRY_CLEAR, cache::clear);
    }

    @Override
    public RetryLimits limits() {
        return cache.limits();
    }
}
