package org.restante.chat;

import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/**
 * What identifies a message in all rooms of a profile: {@code room:message}. What stands before the first colon is the room;
 * each room has a window of its own, and all keys without a colon share one.
 *
 * @param value 1 to 512 characters, without U+0000
 */
public record DedupeKey(String value) {

    /** @throws InvalidInputException naming {@code key} when it breaks its limit */
    public DedupeKey {
        EntryKey.requireKey("key", value);
    }

    /** The room, empty where the key names none. */
    public String room() {
        return value.substring(0, Math.max(0, value.indexOf(':')));
    }
}
