package org.restante.retry;

/**
 * What of a profile is kept at this moment.
 *
 * @param bound how many messages
 * @param oldest the lowest timestamp that has not expired
 */
public record Retention(int bound, long oldest) {}
