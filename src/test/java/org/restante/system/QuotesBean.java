package org.restante.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.restante.messaging.Deduplicated;
import org.restante.messaging.Deduplicated.Mode;
import org.restante.messaging.Deduplicated.OnDuplicate;

/** Methods with results, of a plain bean of CDI. */
@ApplicationScoped
public class QuotesBean {

    /** Never the same twice. */
    public record Quote(UUID id, Instant at, List<String> items) {}

    @Deduplicated(
            namespace = "quotes",
            expression = "arguments[1].request",
            mode = Mode.INDEPENDENT,
            onDuplicate = OnDuplicate.RECEIPT)
    Quote quote(List<String> items, Map<String, String> headers) {
        return new Quote(UUID.randomUUID(), Instant.parse("2026-11-21T10:00:00.123456Z"), items);
    }

    @Transactional
    @Deduplicated(namespace = "quotes", expression = "argument", onDuplicate = OnDuplicate.RECEIPT)
    UUID inTransaction(String request) {
        return UUID.randomUUID();
    }

    @Deduplicated(namespace = "quotes", expression = "argument")
    int withoutTransaction(String request) {
        return request.length();
    }
}
