package org.restante.chat;

import java.time.Duration;
import java.time.Instant;

/**
 * A lock as it is kept.
 *
 * @param lease as long as the lease is when it begins anew
 */
public record StoredLock(
        String key, String owner, LockToken token, Instant since, Instant leaseUntil, Duration lease) {}
