package org.restante.web.chat;

import java.time.Instant;

/** Until when a lock is held now. */
public record ExtendedAnswer(Instant leaseUntil) {}
