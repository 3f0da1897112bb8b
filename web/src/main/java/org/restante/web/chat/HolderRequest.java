package org.restante.web.chat;

import org.jspecify.annotations.Nullable;
import org.restante.chat.LockToken;
import org.restante.entry.InvalidInputException;

/** Something that only the holder of a lock may ask for. */
record HolderRequest(@Nullable String token) {

    /** @throws InvalidInputException naming {@code token} */
    LockToken lockToken() {
        return TokenText.token(token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "HolderRequest";
    }
}
