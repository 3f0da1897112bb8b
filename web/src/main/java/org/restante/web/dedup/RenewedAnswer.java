package org.restante.web.dedup;

import java.time.Instant;

/** Until when a renewed lease is. */
public record RenewedAnswer(Instant leaseUntil) {}
