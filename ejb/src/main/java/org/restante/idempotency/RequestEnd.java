package org.restante.idempotency;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Ends what no answer has ended, as when the server itself answers for a resource that failed. */
@RequestScoped
public class RequestEnd {

    private @Nullable Handling handling;

    void watch(Handling begun) {
        handling = begun;
    }

    @PreDestroy
    void end() {
        if (handling != null) {
            handling.release();
        }
    }
}
