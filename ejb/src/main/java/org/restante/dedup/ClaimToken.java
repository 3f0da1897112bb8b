package org.restante.dedup;

import java.security.SecureRandom;
import java.util.Base64;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/**
 * What a claimer shows to prove that the claim is still its own. A new one for each claim, not to be guessed, never shown to
 * anybody else.
 *
 * @param value 1 to 512 characters
 */
public record ClaimToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    /** @throws InvalidInputException naming {@code token} when it is empty or too long */
    public ClaimToken {
        EntryKey.requireKey("token", value);
    }

    /** One that was never given before. */
    public static ClaimToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ClaimToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Without the value: who has it can complete the claim. */
    @Override
    public String toString() {
        return "ClaimToken";
    }
}
