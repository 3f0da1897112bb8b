package org.restante.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the header of an {@link Envelope} says, without the payload and so without its checksum.
 *
 * @param mediaType null where it cannot be read
 * @param encrypted whether the payload is
 */
public record HeaderGlance(@Nullable String mediaType, boolean encrypted) {

    private static final HeaderGlance UNREADABLE = new HeaderGlance(null, false);

    /** Of whatever bytes. */
    public static HeaderGlance of(byte[] header) {
        ByteBuffer bytes = ByteBuffer.wrap(header);
        try {
            if (bytes.get() != EnvelopeHeader.MAGIC || bytes.get() != EnvelopeHeader.VERSION) {
                return UNREADABLE;
            }
            boolean encrypted = (bytes.get() & EnvelopeHeader.ENCRYPTED) != 0;
            bytes.position(bytes.position() + (encrypted ? Integer.BYTES : 0));
            byte[] type = new byte[Byte.toUnsignedInt(bytes.get())];
            bytes.get(type);
            String mediaType = new String(type, StandardCharsets.US_ASCII);
            return Content.isMediaType(mediaType) ? new HeaderGlance(mediaType, encrypted) : UNREADABLE;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return UNREADABLE;
        }
    }
}
