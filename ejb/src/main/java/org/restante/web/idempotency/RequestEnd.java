package org.restante.web.idempotency;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Ends what no answer has ended, as when the server itself answers for a resource that failed. */
@RequestScoped
public class RequestEnd {

    private @Nullable ClaimedRequest request;

    /** Releases that one at the end of the request, if nothing has ended it by then. */
    protected void watch(ClaimedRequest begun) {
        request = begun;
    }

    @PreDestroy
    void end() {
        if (request != null) {
            request.release();
        }
    }
}
