package org.restante.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.restante.settings.HttpSettings;
import org.restante.web.access.ServerRealm.Login;

/** Who comes with which name and password or token: configured users, those of the server, holders of tokens. */
@ApplicationScoped
public class Users {

    @Inject
    Credentials credentials;

    @Inject
    TokenCallers tokens;

    @Inject
    HttpSettings settings;

    /** The user with that password; the server is asked for those alone that are not configured. */
    Optional<Caller> withPassword(HttpServletRequest request, Login login) {
        Optional<Caller> ofServer = credentials.user(login.user()).isPresent()
                ? Optional.empty()
                : ServerRealm.check(settings.realm(), request, login);
        // who is nobody pays for a password as somebody does
        return ofServer.isPresent() ? ofServer : credentials.check(login.user(), login.password());
    }

    /** Who comes with that header: Basic or a bearer token. */
    Optional<Caller> withHeader(HttpServletRequest request, String authorization) {
        Optional<BearerHeader> bearer = BearerHeader.parse(authorization);
        return bearer.isPresent()
                ? tokens.check(bearer.get().token())
                : BasicHeader.parse(authorization)
                        .flatMap(basic -> withPassword(request, new Login(basic.user(), basic.password())));
    }

    /** Who has logged in to the console with this request's session. */
    Optional<Caller> inSession(HttpServletRequest request) {
        return ConsoleSession.of(request).flatMap(session -> session.caller(credentials));
    }
}
