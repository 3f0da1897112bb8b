package org.restante.chat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.restante.codec.Sha256;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/**
 * What identifies a message in all rooms of a profile: {@code room:message}. What stands before the first colon is the room,
 * unless the room is given separately; each room has a window of its own, and all keys without a colon share one.
 *
 * @param value 1 to 512 characters, without U+0000
 * @param room empty where there is none
 */
public record DedupeKey(String value, String room) {

    /** @throws InvalidInputException naming {@code key} when it breaks its limit */
    public DedupeKey {
        EntryKey.requireKey("key", value);
    }

    /** @throws InvalidInputException naming {@code key} when it breaks its limit */
    public DedupeKey(String value) {
        this(value, value.substring(0, Math.max(0, value.indexOf(':'))));
    }

    /**
     * The key of a message in a room whose name may hold colons: the room is percent-encoded, and where the whole gets longer
     * than a key may be, both parts are hashed.
     */
    static DedupeKey of(String room, String message) {
        String value = room.replace("%", "%25").replace(":", "%3A") + ":" + message;
        boolean fits = value.codePointCount(0, value.length()) <= EntryKey.MAX_LENGTH;
        return new DedupeKey(fits ? value : hash(room) + ":" + hash(message));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
