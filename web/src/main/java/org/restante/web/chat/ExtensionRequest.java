package org.restante.web.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.restante.chat.LockToken;
import org.restante.entry.InvalidInputException;

/** A lease is to begin anew. */
record ExtensionRequest(@Nullable String token, @Nullable String lease) {

    /** @throws InvalidInputException naming {@code token} */
    LockToken lockToken() {
        return TokenText.token(token);
    }

    /** @throws InvalidInputException naming {@code lease} */
    Duration length() {
        if (lease == null) {
            throw new InvalidInputException("lease", "must be there");
        }
        return Durations.parse("lease", lease);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ExtensionRequest(" + lease + ")";
    }
}
