package org.restante.web.body;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.restante.settings.HttpSettings;
import org.restante.web.idempotency.IdempotencyFeature;
import org.restante.web.idempotency.Idempotent;

/**
 * Reads the body of a request with an {@code Idempotency-Key} before its fingerprint is taken, with the limits and refusals that
 * bodies have here.
 */
@Provider
@Idempotent
@Priority(IdempotencyFeature.PRIORITY - 1)
@ApplicationScoped
public class ReadAheadFilter implements ContainerRequestFilter {

    @Context
    HttpServletRequest request;

    @Inject
    HttpSettings settings;

    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getHeaders().containsKey(IdempotencyFeature.HEADER)) {
            context.setEntityStream(RequestBody.readAhead(request, settings.maxBody()).stream());
        }
    }
}
