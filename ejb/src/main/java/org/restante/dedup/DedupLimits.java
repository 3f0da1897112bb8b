package org.restante.dedup;

import java.time.Duration;

/**
 * How long keys of a namespace are held.
 *
 * @param lease how long a claim is its claimer's
 * @param retention for how long a receipt is there, and an attempt whose lease ran out is remembered
 */
public record DedupLimits(Duration lease, Duration retention) {}
