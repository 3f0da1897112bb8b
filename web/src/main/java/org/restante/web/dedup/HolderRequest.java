package org.restante.web.dedup;

import org.jspecify.annotations.Nullable;
import org.restante.dedup.ClaimToken;
import org.restante.entry.InvalidInputException;

/** Something that only the holder of a claim may ask for. */
record HolderRequest(@Nullable String token) {

    /** @throws InvalidInputException naming {@code token} */
    ClaimToken claimToken() {
        return TokenText.token(token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "HolderRequest";
    }
}
