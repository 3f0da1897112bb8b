package org.restante.storage;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Gives versions that do not come back, also when the clock stands still between a delete and a put; from one run of the
 * process to the next, the clock has to go on. For adapters whose entries are of one process. Thread-safe.
 */
public final class NextVersions {

    private final AtomicLong last = new AtomicLong();

    /**
     * The version of an entry that is put.
     *
     * @param actual the version of the entry that is there, null when none is
     */
    public long after(@Nullable Long actual, Instant now) {
        if (actual == null) {
            return last.accumulateAndGet(
                    Versions.first(now), (before, first) -> Math.max(Versions.after(before), first));
        }
        long version = Versions.after(actual);
        last.accumulateAndGet(version, Math::max);
        return version;
    }
}
