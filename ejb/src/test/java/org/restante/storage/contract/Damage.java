package org.restante.storage.contract;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.restante.codec.Content;
import org.restante.codec.EntryCodec;
import org.restante.codec.Envelope;
import org.restante.codec.PayloadCipher;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/** The ways in which a stored value can be unreadable, done to a readable one, and a part of the reason that is to be told. */
enum Damage {
    GARBAGE_HEADER("not one of Restante's") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return new Envelope(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, payload);
        }
    },
    NO_HEADER("cut short") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return new Envelope(new byte[0], payload);
        }
    },
    CUT_HEADER("cut short") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return new Envelope(Arrays.copyOf(header, header.length - 5), payload);
        }
    },
    WRONG_CHECKSUM("checksum") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            header[header.length - 1]++;
            return new Envelope(header, payload);
        }
    },
    FLIPPED_BIT("checksum") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            payload[payload.length / 2] ^= 8;
            return new Envelope(header, payload);
        }
    },
    NO_PAYLOAD("checksum") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return new Envelope(header, new byte[0]);
        }
    },
    NEWER_VERSION("version 2") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            header[1] = 2;
            return sealed(header, payload);
        }
    },
    UNKNOWN_KEY("key 16909060") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            byte[] encrypted = ByteBuffer.allocate(header.length + 4)
                    .put(header, 0, 2)
                    .put(new byte[] {1, 1, 2, 3, 4})
                    .put(header, 3, header.length - 3)
                    .array();
            return sealed(encrypted, payload);
        }
    },
    NO_MEDIA_TYPE("media type") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return sealed(new byte[] {'R', 1, 0, 0, 0, 0, 0, 0}, payload);
        }
    },
    VALUE_CUT_SHORT("application/cbor cannot be decoded") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return sealed(header, Arrays.copyOf(payload, payload.length - 1));
        }
    },
    VALUE_IS_NULL("holds null") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return sealed(header, new byte[] {(byte) 0xf6});
        }
    },
    WRONG_CLASS("application/cbor cannot be decoded") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return encoded("a text where a map is wanted");
        }
    },
    BROKEN_JSON("application/json cannot be decoded") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return encoded(new Content("application/json", new byte[] {'{'}));
        }
    },
    PICTURE("image/png cannot be read") {
        @Override
        Envelope done(byte[] header, byte[] payload) {
            return encoded(new Content("image/png", payload));
        }
    };

    private final String reason;

    Damage(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    Envelope to(Envelope good) {
        return done(good.header().clone(), good.payload().copy().toArray());
    }

    abstract Envelope done(byte[] header, byte[] payload);

    /** The checksum made right, so that only the other damage is left. */
    private static Envelope sealed(byte[] header, byte[] payload) {
        int end = header.length - Integer.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(header, 0, end);
        crc.update(payload);
        ByteBuffer.wrap(header).putInt(end, (int) crc.getValue());
        return new Envelope(header, payload);
    }

    private static Envelope encoded(Object value) {
        EntryKey anywhere = new EntryKey(new ProfileId("p"), "n", "k");
        return new EntryCodec(PayloadCipher.none()).encode(anywhere, value);
    }
}
