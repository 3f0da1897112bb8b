package org.restante.web.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import org.restante.settings.HttpSettings.Realm;
import org.restante.settings.Role;

/**
 * The users of the server's own realm, where the settings let them in. Those in its group {@value #OPERATORS} are operators, those in
 * {@value #VIEWERS} viewers, others nobody.
 */
final class ServerRealm {

    static final String OPERATORS = "restante-operator";
    static final String VIEWERS = "restante-viewer";

    private ServerRealm() {}

    /** The user, if the server takes that for the password; the server itself is not logged in to. */
    static Optional<Caller> check(Realm realm, HttpServletRequest request, Login login) {
        if (realm == Realm.NONE) {
            return Optional.empty();
        }
        boolean hadSession = request.getSession(false) != null;
        try {
            request.login(login.user(), login.password());
        } catch (ServletException e) {
            return Optional.empty(); // wrong; its text is the server's
        }
        try {
            return role(request).map(role -> new Caller(login.user(), role, Set.of(), Set.of()));
        } finally {
            logout(request, hadSession);
        }
    }

    private static Optional<Role> role(HttpServletRequest request) {
        if (request.isUserInRole(OPERATORS)) {
            return Optional.of(Role.OPERATOR);
        }
        return request.isUserInRole(VIEWERS) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    /** Some servers begin a session with each login. */
    private static void logout(HttpServletRequest request, boolean hadSession) {
        try {
            request.logout();
        } catch (ServletException e) {
            throw new IllegalStateException("the server does not log out", e);
        }
        HttpSession session = request.getSession(false);
        if (!hadSession && session != null) {
            session.invalidate();
        }
    }

    /** What somebody gives to be let in. */
    record Login(String user, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Login(" + user + ")";
        }
    }
}
