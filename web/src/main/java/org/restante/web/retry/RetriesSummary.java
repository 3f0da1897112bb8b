package org.restante.web.retry;

import java.time.Duration;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryLimits;

/** How many sent messages there are, and what limits them, as it is answered. */
public record RetriesSummary(int count, int bound, Duration timeToLive) {

    static RetriesSummary of(RetryCache cache) {
        RetryLimits limits = cache.limits();
        return new RetriesSummary(cache.count(), limits.bound(), limits.timeToLive());
    }
}
