package org.restante.storage;

import java.time.Instant;
import org.restante.codec.HeaderGlance;

/**
 * What is known of an entry without its payload.
 *
 * @param header what its header says, which nobody has checked against the payload
 * @param size of the payload as it is stored, in bytes
 */
public record EntrySummary(String key, HeaderGlance header, long size, long version, Instant updatedAt) {

    static EntrySummary of(String key, StoredEntry entry) {
        return new EntrySummary(
                key,
                HeaderGlance.of(entry.envelope().header()),
                entry.envelope().payload().length(),
                entry.version(),
                entry.updatedAt());
    }
}
