package org.restante.chat;

import java.time.Instant;

/**
 * A conversation that somebody handles.
 *
 * @param since when it was acquired
 * @param leaseUntil when it is free unless it is extended
 * @param depth how many entries wait that have not expired
 */
public record LiveLock(String key, String owner, Instant since, Instant leaseUntil, int depth) {}
