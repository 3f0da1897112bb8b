package org.restante.web.chat;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ConversationLocks;
import org.restante.chat.ReleaseResult;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/** Who releases a lock: the holder of its token, its owner, or whoever is allowed to. */
public class Releaser {

    @QueryParam("token")
    @Nullable String token;

    @QueryParam("owner")
    @Nullable String owner;

    @QueryParam("force")
    @Nullable String force;

    /** @throws InvalidInputException unless it is one of them */
    ReleaseResult release(ConversationLocks locks, String key) {
        boolean forced = KeepParameters.flag("force", force);
        long given = Stream.of(token, owner, forced ? force : null)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw new InvalidInputException(
                    "token", "must be there, or else owner or force=true, and one of them alone");
        }
        if (token != null) {
            return locks.release(key, TokenText.token(token));
        }
        if (owner != null) {
            EntryKey.requireKey("owner", owner);
            return locks.release(key, owner);
        }
        return locks.forceRelease(key);
    }
}
