package org.restante.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.testing.Scenario;

class EntryCodecTest {

    private static final Namespace<Map<String, Object>> MAPS = Namespace.ofMaps("maps");
    private static final EntryKey KEY = MAPS.key(new ProfileId("p"), "k");

    private final EntryCodec codec = new EntryCodec(PayloadCipher.none());
    private final Envelope envelope = codec.encode(KEY, Map.of("secret", "hunter2"));

    @Test
    @Scenario("S9")
    void noDamagedEnvelopeGivesAValue() {
        for (int i = 0; i < envelope.header().length; i++) {
            for (int change = 1; change < 256; change++) {
                assertUnreadable(new Envelope(changed(envelope.header(), i, change), envelope.payload()));
            }
        }
        for (int i = 0; i < envelope.payload().length(); i++) {
            for (int change = 1; change < 256; change++) {
                assertUnreadable(new Envelope(
                        envelope.header(), changed(envelope.payload().toArray(), i, change)));
            }
        }
    }

    @Test
    @Scenario("S9")
    void noCutEnvelopeGivesAValue() {
        for (int length = 0; length < envelope.header().length; length++) {
            assertUnreadable(new Envelope(Arrays.copyOf(envelope.header(), length), envelope.payload()));
        }
        for (int length = 0; length < envelope.payload().length(); length++) {
            assertUnreadable(new Envelope(
                    envelope.header(), Arrays.copyOf(envelope.payload().toArray(), length)));
        }
    }

    @Test
    void neitherEnvelopeNorContentTellsItsBytes() {
        assertThat(envelope.toString()).matches("Envelope\\(\\d+ \\+ \\d+ bytes\\)");
        assertThat(new Content("text/plain", new byte[] {1, 2})).hasToString("text/plain (2 bytes)");
    }

    @Test
    void aContentIsEqualByItsTypeAndBytes() {
        Content content = new Content("text/plain", new byte[] {1});

        assertThat(content).isEqualTo(new Content("text/plain", new byte[] {1}));
        assertThat(content).hasSameHashCodeAs(new Content("text/plain", new byte[] {1}));
        assertThat(content).isNotEqualTo(new Content("text/plain", new byte[] {2}));
        assertThat(content).isNotEqualTo(new Content("text/html", new byte[] {1}));
    }

    @Test
    void aMediaTypeIsOneTo255PrintableCharacters() {
        assertThat(new Content("x".repeat(255), new byte[0]).mediaType()).hasSize(255);
        for (String mediaType : new String[] {"", "x".repeat(256), "text/plain\n", "text/\0", "té/xt"}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> new Content(mediaType, new byte[0]))
                    .withMessage("Content-Type must have 1 to 255 printable ASCII characters");
        }
    }

    private void assertUnreadable(Envelope damaged) {
        assertThatExceptionOfType(UnreadableValueException.class)
                .isThrownBy(() -> codec.decode(KEY, MAPS, damaged))
                .satisfies(e -> assertThat(e).hasMessageNotContaining("hunter2"));
    }

    private static byte[] changed(byte[] bytes, int index, int change) {
        byte[] changed = bytes.clone();
        changed[index] ^= (byte) change;
        return changed;
    }
}
