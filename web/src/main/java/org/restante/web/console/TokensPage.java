package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.access.AccessToken;
import org.restante.access.AccessTokens;
import org.restante.time.ClusterClock;

/** The bearer tokens, and the end of one. */
@Named("tokens")
@RequestScoped
public class TokensPage extends Page {

    private List<AccessToken> rows = List.of();

    @Inject
    AccessTokens tokens;

    @Inject
    ClusterClock clock;

    @Inject
    Reason reason;

    @Inject
    ConsoleUser user;

    @Override
    protected void read() {
        rows = tokens.list();
    }

    /** Ends the token that the form names. */
    public void revoke() {
        Forms.perform(() -> {
            user.require();
            boolean revoked = tokens.revoke(getRevoking(), user.getName(), reason.required());
            return Address.of("tokens", "done", revoked ? "revoked" : "gone");
        });
    }

    /** The page that asks whether to end a token. */
    public String revokeAddress(AccessToken token) {
        return Address.of("tokens", "revoke", token.id());
    }

    /** The id of the token that is asked about; empty where none is. */
    public String getRevoking() {
        return user.isOperator() ? Address.parameter("revoke") : "";
    }

    /** What became of a token. */
    public @Nullable String getDone() {
        return switch (Address.parameter("done")) {
            case "revoked" -> "The token is revoked: every node refuses it within seconds.";
            case "gone" -> "Nothing was done: there is no such token any more.";
            default -> null;
        };
    }

    /** What the token is good for: the names that a client has, of the others all. */
    public String scope(AccessToken token) {
        AccessToken.Holder holder = token.holder();
        return switch (holder.role()) {
            case OPERATOR -> "everything";
            case VIEWER -> "reading, without bodies";
            case CLIENT -> names("profiles", holder.profiles()) + names("dedup namespaces", holder.namespaces());
        };
    }

    private static String names(String what, Set<String> names) {
        return names.isEmpty()
                ? ""
                : what + " " + String.join(", ", names.stream().sorted().toList()) + " ";
    }

    /** Whether the token is good now. */
    public boolean isLive(AccessToken token) {
        return token.isLive(clock.instant());
    }

    public List<AccessToken> getRows() {
        return rows;
    }
}
