package org.restante.retry;

import java.time.Duration;

/**
 * How much of one profile is remembered, and for how long.
 *
 * @param bound how many messages at most; 0 remembers nothing
 * @param timeToLive a message whose timestamp is older is not given any more
 */
public record RetryLimits(int bound, Duration timeToLive) {}
