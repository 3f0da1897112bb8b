package org.restante.retry;

/**
 * What became of an attempt.
 *
 * @param allowed whether the message may be sent once more
 * @param used how many attempts were allowed, this one included
 * @param limit how many there are
 */
public record RetryAttempt(boolean allowed, int used, int limit) {}
