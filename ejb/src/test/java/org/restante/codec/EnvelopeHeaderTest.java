package org.restante.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

class EnvelopeHeaderTest {

    private static final byte[] PAYLOAD = "the payload of an entry".getBytes(StandardCharsets.US_ASCII);
    private static final List<EnvelopeHeader> HEADERS = List.of(
            new EnvelopeHeader("application/cbor", OptionalInt.empty()),
            new EnvelopeHeader("a", OptionalInt.of(0)),
            new EnvelopeHeader("x".repeat(Content.MAX_MEDIA_TYPE_LENGTH), OptionalInt.of(-1)));

    @Test
    void whatIsWrittenIsRead() {
        for (EnvelopeHeader header : HEADERS) {
            assertThat(EnvelopeHeader.read(envelope(header, PAYLOAD))).isEqualTo(header);
            assertThat(EnvelopeHeader.read(envelope(header, new byte[0]))).isEqualTo(header);
            assertThat(header.write(Bytes.of(PAYLOAD))).hasSizeLessThan(300);
        }
    }

    /** A change of this is a new format version, with a reader for the old one. */
    @Test
    void theFormatIsTheDocumentedOne() {
        assertThat(new EnvelopeHeader("t/x", OptionalInt.of(0x01020304)).write(Bytes.of(new byte[] {42})))
                .startsWith('R', 1, 1, 1, 2, 3, 4, 3, 't', '/', 'x')
                .hasSize(15);
        assertThat(new EnvelopeHeader("t/x", OptionalInt.empty()).write(Bytes.of(new byte[] {42})))
                .containsExactly('R', 1, 0, 3, 't', '/', 'x', 0x8a, 0x24, 0xcd, 0xbd);
    }

    @Test
    @Scenario("S9")
    void everyFlippedBitIsFound() {
        for (EnvelopeHeader header : HEADERS) {
            byte[] written = header.write(Bytes.of(PAYLOAD));
            for (int bit = 0; bit < written.length * 8; bit++) {
                assertUnreadable(new Envelope(flipped(written, bit), PAYLOAD));
            }
            for (int bit = 0; bit < PAYLOAD.length * 8; bit++) {
                assertUnreadable(new Envelope(written, flipped(PAYLOAD, bit)));
            }
        }
    }

    @Test
    @Scenario("S9")
    void everyCutAndEveryAdditionIsFound() {
        for (EnvelopeHeader header : HEADERS) {
            byte[] written = header.write(Bytes.of(PAYLOAD));
            for (int length = 0; length < written.length; length++) {
                assertUnreadable(new Envelope(Arrays.copyOf(written, length), PAYLOAD));
            }
            for (int length = 0; length < PAYLOAD.length; length++) {
                assertUnreadable(new Envelope(written, Arrays.copyOf(PAYLOAD, length)));
            }
            for (int more = 1; more < 10; more++) {
                assertUnreadable(new Envelope(Arrays.copyOf(written, written.length + more), PAYLOAD));
                assertUnreadable(new Envelope(written, Arrays.copyOf(PAYLOAD, PAYLOAD.length + more)));
            }
        }
    }

    @Test
    @Scenario("S9")
    void aHeaderOfOneEntryDoesNotFitThePayloadOfAnother() {
        byte[] written = HEADERS.get(0).write(Bytes.of(PAYLOAD));

        assertUnreadable(new Envelope(written, "the payload of an other".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    @Scenario("S21")
    void aLaterVersionIsToldFromDamage() {
        byte[] written = HEADERS.get(0).write(Bytes.of(PAYLOAD));
        written[1] = (byte) 200;

        assertThatExceptionOfType(UnreadableValueException.class)
                .isThrownBy(() -> EnvelopeHeader.read(new Envelope(written, PAYLOAD)))
                .withMessage("the envelope has the format version 200, this code reads up to 1");
    }

    private static Envelope envelope(EnvelopeHeader header, byte[] payload) {
        return new Envelope(header.write(Bytes.of(payload)), payload);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private static void assertUnreadable(Envelope envelope) {
        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> EnvelopeHeader.read(envelope));
    }
}
