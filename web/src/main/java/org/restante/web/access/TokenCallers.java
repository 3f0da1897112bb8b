package org.restante.web.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.access.AccessToken;
import org.restante.access.AccessTokens;
import org.restante.codec.Sha256;

/**
 * Who comes with which bearer token. What was found is held for {@link #HELD}, and no longer than the token is good: so long a
 * node may take a token that was revoked. What was not found is asked for each time. Thread-safe.
 */
public final class TokenCallers {

    static final Duration HELD = Duration.ofSeconds(3);
    static final int MOST_HELD = 1000;

    private final Function<String, Optional<Found>> tokens;
    private final InstantSource clock;
    private final Map<ByteBuffer, Held> held = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Held> eldest) {
            return size() > MOST_HELD;
        }
    };

    /** Who comes with those tokens. */
    public TokenCallers(AccessTokens tokens, InstantSource clock) {
        this(secret -> tokens.find(secret).map(TokenCallers::found), clock);
    }

    TokenCallers(Function<String, Optional<Found>> tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The caller with that token, if it is one and still good. */
    Optional<Caller> check(String secret) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(secret.getBytes(StandardCharsets.UTF_8)));
        Instant now = clock.instant();
        Held before = held(digest);
        if (before != null && now.isBefore(before.until)) {
            return Optional.of(before.caller);
        }
        Optional<Found> found = tokens.apply(secret);
        hold(digest, found.map(token -> new Held(token.caller, until(token, now))));
        return found.map(Found::caller);
    }

    private synchronized @Nullable Held held(ByteBuffer digest) {
        return held.get(digest);
    }

    private synchronized void hold(ByteBuffer digest, Optional<Held> found) {
        held.remove(digest);
        found.ifPresent(caller -> held.put(digest, caller));
    }

    private static Instant until(Found token, Instant now) {
        Instant until = now.plus(HELD);
        return token.expiresAt.isBefore(until) ? token.expiresAt : until;
    }

    private static Found found(AccessToken token) {
        AccessToken.Holder holder = token.holder();
        String name = Caller.TOKEN + holder.name() + "/" + token.id();
        return new Found(new Caller(name, holder.role(), holder.profiles(), holder.namespaces()), token.expiresAt());
    }

    /** A token that is good, as it is stored. */
    record Found(Caller caller, Instant expiresAt) {}

    private record Held(Caller caller, Instant until) {}
}
