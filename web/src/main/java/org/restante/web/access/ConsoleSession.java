package org.restante.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.restante.settings.Role;

/**
 * A session of the console. It holds the name of the user, so that who is not configured any more is not let in any more, and
 * for a user of the server the role. It ends when it is not used, and after {@link #LONGEST} in any case.
 */
final class ConsoleSession {

    static final Duration LONGEST = Duration.ofHours(12);

    private static final String USER = ConsoleSession.class.getName() + ".user";
    private static final String ROLE = ConsoleSession.class.getName() + ".role";

    private final HttpSession session;

    private ConsoleSession(HttpSession session) {
        this.session = session;
    }

    /** The session of that request, if there is one in which somebody has logged in. */
    static Optional<ConsoleSession> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .filter(session -> session.getAttribute(USER) instanceof String)
                .map(ConsoleSession::new);
    }

    /** Begins a session, under an id that nobody has seen before; what was in an earlier one is gone. */
    static void begin(HttpServletRequest request, Caller caller, boolean configured) {
        end(request);
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(USER, caller.name());
        if (!configured) {
            session.setAttribute(ROLE, caller.role().name());
        }
    }

    /** Ends the session of that request, if there is one. */
    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The user, unless the session is over. */
    Optional<Caller> caller(Credentials credentials) {
        long age = InstantSource.system().millis() - session.getCreationTime();
        if (age > LONGEST.toMillis()) {
            return Optional.empty();
        }
        String name = (String) session.getAttribute(USER);
        return session.getAttribute(ROLE) instanceof String role
                ? Optional.of(new Caller(name, Role.valueOf(role), Set.of(), Set.of()))
                : credentials.user(name);
    }
}
