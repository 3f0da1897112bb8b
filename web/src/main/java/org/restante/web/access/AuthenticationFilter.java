package org.restante.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.web.problem.ProblemWriter;
import org.restante.web.problem.Problems;

/**
 * Lets nobody through who is not known, but to liveness and the login. Before every other filter: who is not known learns
 * nothing, not even which paths there are. Programs come with a header each time, people with a session of the console.
 */
public class AuthenticationFilter extends HttpFilter {

    private static final List<String> OPEN = List.of("/health/live", LoginServlet.PATH, LogoutServlet.PATH);

    @Inject
    transient Users users;

    @Inject
    transient HeldAnswers held;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (OPEN.stream().anyMatch(path -> isAt(path, request))) {
            chain.doFilter(request, response);
            return;
        }
        String authorization = request.getHeader("Authorization");
        Optional<Caller> caller;
        try {
            caller = caller(request, authorization);
        } catch (RuntimeException e) { // before anybody is known, and before there is a mapper
            ProblemWriter.write(response, Problems.of(e));
            return;
        }
        if (caller.isPresent()) {
            chain.doFilter(new AuthenticatedRequest(request, caller.get()), response);
        } else if (authorization == null || authorization.isBlank()) {
            Refusals.refuse(request, response);
        } else {
            held.failed(request, response, () -> Refusals.unauthenticated(response));
        }
    }

    private Optional<Caller> caller(HttpServletRequest request, @Nullable String authorization) {
        Optional<Caller> inSession = ConsolePaths.isOperational(request) ? Optional.empty() : users.inSession(request);
        return inSession.isPresent() || authorization == null ? inSession : users.withHeader(request, authorization);
    }

    /** Both as written and as the server routes it: no other spelling opens anything. */
    private static boolean isAt(String path, HttpServletRequest request) {
        return request.getServletPath().equals(path)
                && request.getPathInfo() == null
                && request.getRequestURI().equals(request.getContextPath() + path);
    }
}
