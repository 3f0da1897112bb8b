package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.access.AccessTokens;
import org.restante.web.token.TokenWanted;

/** The making of a bearer token, which is shown this once. */
@Named("newToken")
@RequestScoped
public class TokenForm {

    private @Nullable String name;
    private @Nullable String role = "client";
    private @Nullable String profiles;
    private @Nullable String namespaces;
    private @Nullable String validity = "P90D";
    private @Nullable String secret;

    @Inject
    AccessTokens tokens;

    @Inject
    Reason reason;

    @Inject
    ConsoleUser user;

    /** Makes the token that the form describes. */
    public void create() {
        Forms.perform(() -> {
            user.requireTokenMaker();
            TokenWanted wanted =
                    new TokenWanted(name, role, lines(profiles), lines(namespaces), validity, reason.required());
            secret = tokens.create(wanted.terms(), user.getName(), wanted.why()).secret();
            return null;
        });
    }

    /** One name in each line. */
    private static Set<String> lines(@Nullable String text) {
        return text == null
                ? Set.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toSet());
    }

    /** The token itself, on the page that answers the form alone. */
    public @Nullable String getSecret() {
        return secret;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getProfiles() {
        return profiles;
    }

    public void setProfiles(@Nullable String profiles) {
        this.profiles = profiles;
    }

    public @Nullable String getNamespaces() {
        return namespaces;
    }

    public void setNamespaces(@Nullable String namespaces) {
        this.namespaces = namespaces;
    }

    public @Nullable String getValidity() {
        return validity;
    }

    public void setValidity(@Nullable String validity) {
        this.validity = validity;
    }
}
