package org.restante.web.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody through without the right password, but to liveness. Before every other filter: who is not known learns
 * nothing, not even which paths there are.
 */
public class BasicAuthFilter extends HttpFilter {

    private static final String OPEN = "/health/live";

    private final transient LoginThrottle throttle = new LoginThrottle(InstantSource.system());
    private transient @Nullable Refusals refusals;

    @Inject
    transient Credentials credentials;

    @Resource
    transient ManagedScheduledExecutorService executor;

    @Override
    public void init() {
        refusals = new Refusals(executor);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOpen(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<BasicHeader> header = BasicHeader.parse(request.getHeader("Authorization"));
        if (header.isEmpty()) {
            refusals().refuse(response);
            return;
        }
        Optional<Caller> caller = header.flatMap(given -> credentials.check(given.user(), given.password()));
        if (caller.isEmpty()) {
            refusals().refuseLater(request, response, throttle.failed(request.getRemoteAddr()));
            return;
        }
        chain.doFilter(new AuthenticatedRequest(request, caller.get()), response);
    }

    private Refusals refusals() {
        if (refusals == null) {
            throw new IllegalStateException("not initialised");
        }
        return refusals;
    }

    /** Both as written and as the server routes it: no other spelling opens anything. */
    private static boolean isOpen(HttpServletRequest request) {
        return request.getServletPath().equals(OPEN)
                && request.getPathInfo() == null
                && request.getRequestURI().equals(request.getContextPath() + OPEN);
    }
}
