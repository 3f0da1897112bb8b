package org.restante.web.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.restante.chat.Pending;

/** A message that waits, as it is answered. */
public record PendingView(String owner, String strategy, Map<String, Object> metadata, Instant enqueuedAt) {

    static PendingView of(Pending pending) {
        return new PendingView(pending.owner(), pending.strategy().text(), pending.metadata(), pending.enqueuedAt());
    }

    static List<PendingView> all(List<Pending> pending) {
        return pending.stream().map(PendingView::of).toList();
    }

    /** Without the metadata. */
    @Override
    public String toString() {
        return "PendingView(" + owner + ", " + strategy + ", " + enqueuedAt + ")";
    }
}
