package org.restante.codec;

import java.util.Locale;
import java.util.Objects;
import org.restante.entry.InvalidInputException;

/**
 * Bytes and what they are. As the value type of a namespace it stores and gives exactly these, whatever wrote them.
 *
 * @param mediaType 1 to {@value #MAX_MEDIA_TYPE_LENGTH} printable ASCII characters, kept verbatim
 * @param payload the bytes; not copied, so they are not to be changed afterwards
 */
public record Content(String mediaType, Bytes payload) {

    public static final int MAX_MEDIA_TYPE_LENGTH = 255;
    public static final String OCTET_STREAM = "application/octet-stream";
    public static final String CBOR = "application/cbor";
    public static final String JSON = "application/json";

    /** @throws InvalidInputException naming {@code Content-Type} when the media type breaks its limit */
    public Content {
        Objects.requireNonNull(payload);
        if (!isMediaType(mediaType)) {
            throw new InvalidInputException(
                    "Content-Type", "must have 1 to " + MAX_MEDIA_TYPE_LENGTH + " printable ASCII characters");
        }
    }

    /**
     * Of one array, which is not copied.
     *
     * @throws InvalidInputException naming {@code Content-Type} when the media type breaks its limit
     */
    public Content(String mediaType, byte[] bytes) {
        this(mediaType, Bytes.of(bytes));
    }

    /** The payload as one array, which is made anew each time where the payload is not one. */
    public byte[] bytes() {
        return payload.toArray();
    }

    static boolean isMediaType(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < 0x20 || text.charAt(at) > 0x7e) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_MEDIA_TYPE_LENGTH;
    }

    /** The media type without its parameters, in lower case. */
    public String essence() {
        int parameters = mediaType.indexOf(';');
        String essence = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
        return essence.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the bytes are JSON, also of a more special kind. */
    public boolean isJson() {
        return essence().equals(JSON) || essence().endsWith("+json");
    }

    /** Type and size only: the bytes may be a secret. */
    @Override
    public String toString() {
        return mediaType + " (" + payload.length() + " bytes)";
    }
}
