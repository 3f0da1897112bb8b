package org.restante.web.chat;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ConversationLocks;
import org.restante.chat.ReleaseResult;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.settings.Role;
import org.restante.web.access.Caller;

/** Who releases a lock: the holder of its token, its owner, or whoever is allowed to. */
public class Releaser {

    @QueryParam("token")
    @Nullable String token;

    @QueryParam("owner")
    @Nullable String owner;

    @QueryParam("force")
    @Nullable String force;

    /**
     * Whether it is who is allowed to, whoever holds it.
     *
     * @throws InvalidInputException unless it is one of them
     */
    boolean forces() {
        boolean forced = KeepParameters.flag("force", force);
        long given = Stream.of(token, owner, forced ? force : null)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw new InvalidInputException(
                    "token", "must be there, or else owner or force=true, and one of them alone");
        }
        return forced;
    }

    /** Whether it is taken from its owner by hand: by force, or by an operator who is not the owner. */
    boolean takes(Caller caller) {
        return forces() || (owner != null && caller.role() == Role.OPERATOR);
    }

    /** Releases it; by force where that is said. */
    ReleaseResult release(ConversationLocks locks, String key) {
        if (forces()) {
            return locks.forceRelease(key);
        }
        if (token != null) {
            return locks.release(key, TokenText.token(token));
        }
        String holder = Objects.requireNonNull(owner);
        EntryKey.requireKey("owner", holder);
        return locks.release(key, holder);
    }
}
