package org.restante.storage.file;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.restante.storage.Versions;

/**
 * Gives versions that do not come back, also when the clock stands still between a delete and a put; from one run of the
 * process to the next, the clock has to go on.
 */
final class NextVersions {

    private final AtomicLong last = new AtomicLong();

    /** @param actual the version of the entry that is there, null when none is */
    long after(@Nullable Long actual, Instant now) {
        if (actual == null) {
            return last.accumulateAndGet(
                    Versions.first(now), (before, first) -> Math.max(Versions.after(before), first));
        }
        long version = Versions.after(actual);
        last.accumulateAndGet(version, Math::max);
        return version;
    }
}
