package org.restante.web.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.access.AccessToken;
import org.restante.access.NewToken;

/**
 * A token as it is answered.
 *
 * @param token the token itself, told to who makes it and to nobody else
 */
public record TokenView(
        String id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,
        String name,
        String role,
        List<String> profiles,
        List<String> namespaces,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    static TokenView of(NewToken made) {
        return of(made.token(), made.secret());
    }

    static TokenView of(AccessToken token) {
        return of(token, null);
    }

    private static TokenView of(AccessToken token, @Nullable String secret) {
        AccessToken.Holder holder = token.holder();
        return new TokenView(
                token.id(),
                secret,
                holder.name(),
                holder.role().text(),
                holder.profiles().stream().sorted().toList(),
                holder.namespaces().stream().sorted().toList(),
                token.origin().by(),
                token.origin().at(),
                token.expiresAt(),
                token.usedAt());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TokenView(" + id + ")";
    }
}
