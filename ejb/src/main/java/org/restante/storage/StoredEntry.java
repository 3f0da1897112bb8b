package org.restante.storage;

import java.time.Instant;
import org.restante.codec.Envelope;

/**
 * An entry as an adapter keeps it.
 *
 * @param version positive; differs from every earlier version of that key, also from those before a delete
 * @param updatedAt when it was written
 */
public record StoredEntry(Envelope envelope, long version, Instant updatedAt) {}
