package org.restante.retry;

import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;

/**
 * The address of a message.
 *
 * @param id 1 to 512 characters (Unicode code points), without U+0000; compared exactly
 */
public record RetryKey(ProfileId profile, String id) {

    /** @throws InvalidInputException naming {@code id} when it breaks its limit */
    public RetryKey {
        EntryKey.requireKey("id", id);
    }

    @Override
    public String toString() {
        return profile + "/" + id;
    }
}
