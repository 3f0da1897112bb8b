package org.restante.chat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/**
 * Somebody asks for a conversation. Changed copies come from the {@code with} methods.
 *
 * @param owner who: 1 to 512 characters
 * @param metadata of the message, kept where it waits: what JSON can hold, at most {@value #MAX_METADATA} bytes of it
 * @param lease how long the lock is held unless it is extended, more than nothing and at most a day; null for that of the
 *     settings, 30 s by default
 * @param bound of what waits; null for that of the settings
 */
public record LockRequest(
        String owner,
        LockStrategy strategy,
        Map<String, Object> metadata,
        @Nullable Duration lease,
        @Nullable QueueBound bound) {

    /** How many bytes the metadata of a message has at most, as JSON. */
    public static final int MAX_METADATA = 16 * 1024;

    /** The longest lease. */
    public static final Duration LONGEST_LEASE = Duration.ofDays(1);

    /** @throws InvalidInputException naming what breaks its limit */
    public LockRequest {
        EntryKey.requireKey("owner", owner);
        Objects.requireNonNull(strategy);
        metadata = new LinkedHashMap<>(metadata); // may hold nulls, as JSON may
        if (lease != null) {
            requireLease(lease);
        }
    }

    /**
     * A request without metadata, with the lease and the bound of the settings.
     *
     * @throws InvalidInputException naming {@code owner} when it breaks its limit
     */
    public static LockRequest of(String owner, LockStrategy strategy) {
        return new LockRequest(owner, strategy, Map.of(), null, null);
    }

    /** @throws InvalidInputException naming {@code lease} when it is not more than nothing and at most a day */
    static Duration requireLease(Duration lease) {
        if (lease.compareTo(Duration.ofMillis(1)) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            throw new InvalidInputException(
                    "lease", "must be from " + Duration.ofMillis(1) + " to " + LONGEST_LEASE + ", but is " + lease);
        }
        return lease;
    }

    /** The same with that metadata. */
    public LockRequest withMetadata(Map<String, Object> newMetadata) {
        return new LockRequest(owner, strategy, newMetadata, lease, bound);
    }

    /** The same with that lease. */
    public LockRequest withLease(Duration newLease) {
        return new LockRequest(owner, strategy, metadata, newLease, bound);
    }

    /** The same with that bound. */
    public LockRequest withBound(QueueBound newBound) {
        return new LockRequest(owner, strategy, metadata, lease, newBound);
    }

    /** Without the metadata, which is the message's. */
    @Override
    public String toString() {
        return "LockRequest(" + owner + ", " + strategy + ")";
    }
}
