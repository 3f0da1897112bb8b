package org.restante.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.restante.entry.InvalidInputException;
import org.restante.testing.Scenario;

class ValueCodecTest {

    private final ValueCodec codec = new ValueCodec();

    enum Mood {
        GOOD,
        BAD
    }

    record Everything(
            Instant instant,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            LocalDate date,
            Duration duration,
            UUID uuid,
            Mood mood,
            Optional<String> some,
            Optional<String> none,
            Map<String, List<byte[]>> bytes) {}

    record Numbers(BigInteger big, BigDecimal decimal, double real, float single, long whole, short small) {}

    record Strict(String text) {
        Strict {
            if (text.isEmpty()) {
                throw new InvalidInputException("text", "must not be empty");
            }
        }
    }

    @Test
    @Scenario("S1")
    void recordsOfTheUsualTypesRoundTrip() {
        Everything value = new Everything(
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                OffsetDateTime.parse("2024-03-31T02:30:00.5+05:30"),
                ZonedDateTime.parse("2024-10-27T02:30:00+01:00[Europe/Berlin]"),
                LocalDate.MIN,
                Duration.ofSeconds(-1, 1),
                new UUID(-1, 1),
                Mood.BAD,
                Optional.of(""),
                Optional.empty(),
                Map.of("a", List.of(new byte[] {1, -1}, new byte[0])));

        assertThat(codec.<Everything>decode(codec.encode(value), Everything.class))
                .usingRecursiveComparison()
                .isEqualTo(value);
    }

    @Test
    @Scenario("S1")
    void numbersOfEverySizeRoundTrip() {
        Numbers value = new Numbers(
                BigInteger.TEN.pow(20_000).negate(),
                new BigDecimal(BigInteger.TEN.pow(15_000).add(BigInteger.ONE), 700),
                Double.MIN_VALUE,
                Float.MAX_VALUE,
                Long.MIN_VALUE,
                Short.MIN_VALUE);

        assertThat(codec.<Numbers>decode(codec.encode(value), Numbers.class)).isEqualTo(value);
        assertThat(codec.<Double>decode(codec.encode(Double.NaN), Double.class)).isNaN();
    }

    @Test
    @Scenario("S1")
    void wholeNumbersInMapsComeBackInTheSmallestType() {
        Map<String, Object> value =
                Map.of("int", 1L, "long", 1L << 40, "big", BigInteger.ONE.shiftLeft(70), "real", 0.1);

        assertThat(codec.<Map<String, Object>>decode(codec.encode(value), Map.class))
                .isEqualTo(Map.of("int", 1, "long", 1L << 40, "big", BigInteger.ONE.shiftLeft(70), "real", 0.1));
    }

    @Test
    @Scenario("S1")
    void genericListsKeepTheirElementType() {
        List<Strict> value = List.of(new Strict("a"), new Strict("b"));

        assertThat(codec.<List<Strict>>decode(codec.encode(value), new TypeReference<List<Strict>>() {}.getType()))
                .isEqualTo(value);
    }

    /** What was accepted must be readable again: the readers' default limits are narrower than the writers'. */
    @Test
    @Scenario("S1")
    void longNamesAndTextsRoundTrip() {
        Map<String, Object> value = Map.of("n".repeat(60_000), "v", "text", "t".repeat(21_000_000));

        assertThat(codec.<Map<String, Object>>decode(codec.encode(value), Map.class))
                .isEqualTo(value);
    }

    @Test
    @Scenario("S17")
    void whatCannotBeReadAgainIsNotWritten() {
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        Map<Object, Object> nullKey = new HashMap<>();
        putNullKey(nullKey);

        for (Object value : List.of(
                new Object(),
                cycle,
                nullKey,
                nested(2000),
                "\ud83d",
                "\ude00",
                Map.of("\ud83d", 1),
                Map.of("k", List.of("a\ud83d")))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .as("%s", value.getClass())
                    .isThrownBy(() -> codec.encode(value))
                    .withMessageStartingWith("value of ")
                    .withNoCause();
        }
        assertThat(codec.<List<Object>>decode(codec.encode(nested(900)), List.class))
                .isEqualTo(nested(900));
    }

    @Test
    void aValueThatSaysNullWhenWrittenIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> codec.encode(Optional.empty()));
    }

    @Test
    void jsonOfOthersIsReadWhateverItsParameters() {
        for (String type : List.of("application/json", "Application/JSON ; charset=utf-8", "application/vnd.a+json")) {
            assertThat(codec.<Map<String, Object>>decode(content(type, "{\"a\":[1,\"é\"]}"), Map.class))
                    .isEqualTo(Map.of("a", List.of(1, "é")));
        }
    }

    @Test
    void jsonWithPropertiesThatTheReaderDoesNotKnowIsRead() {
        assertThat(codec.<Strict>decode(content("application/json", "{\"later\":{},\"text\":\"t\"}"), Strict.class))
                .isEqualTo(new Strict("t"));
    }

    @Test
    void textOfOthersIsReadAsText() {
        assertThat(codec.<String>decode(content("text/plain;charset=utf-8", "\"é\""), String.class))
                .isEqualTo("\"é\"");
        assertUnreadable(new Content("text/plain", new byte[] {(byte) 0xe9}), String.class);
        assertUnreadable(content("text/plain", "1"), Integer.class);
    }

    @Test
    void bytesAndContentAreGivenAsTheyAreWhateverTheirType() {
        Content content = content("text/plain", "x");

        assertThat(codec.<byte[]>decode(content, byte[].class)).isEqualTo(new byte[] {'x'});
        assertThat(codec.<Content>decode(content, Content.class)).isSameAs(content);
        assertUnreadable(codec.encode(new byte[] {'x'}), String.class);
    }

    @Test
    @Scenario("S9")
    void jsonThatIsNoneOrNotAloneIsUnreadable() {
        for (String json : List.of("", " ", "{", "nul", "null", "{} {}", "{\"a\":1}]", "[]", "\"text\"", "NaN")) {
            assertUnreadable(content("application/json", json), Map.class);
        }
    }

    @Test
    @Scenario({"S9", "S21"})
    void whatTheClassRefusesIsUnreadableAndNotQuoted() {
        assertUnreadable(content("application/json", "{\"text\":\"\"}"), Strict.class);
        assertUnreadable(codec.encode(Map.of("mood", "hunter2")), Everything.class);
        assertUnreadable(codec.encode("hunter2"), Integer.class);
        assertUnreadable(codec.encode("hunter2"), BooleanSupplier.class);
    }

    @Test
    @Scenario("S9")
    void everyCutOfAValueIsUnreadable() {
        byte[] bytes = codec.encode(Map.of("a", List.of(1, "two", new byte[9]), "b", 0.5))
                .bytes();

        for (int length = 0; length < bytes.length; length++) {
            assertUnreadable(new Content(Content.CBOR, Arrays.copyOf(bytes, length)), Map.class);
        }
    }

    @Test
    @Scenario("S9")
    void randomBytesAreAValueOrUnreadableAndNothingElse() {
        Random random = new Random(7);
        byte[] good = codec.encode(Map.of("a", List.of(1, "two", new byte[9]), "b", 0.5))
                .bytes();
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = i % 2 == 0 ? good.clone() : new byte[1 + random.nextInt(30)];
            if (i % 2 == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            } else {
                random.nextBytes(bytes);
            }
            assertThatNoException().isThrownBy(() -> decodeOrUnreadable(bytes));
        }
    }

    private void decodeOrUnreadable(byte[] bytes) {
        for (String mediaType : List.of(Content.CBOR, "application/json")) {
            for (Class<?> type : List.of(Object.class, Everything.class, Numbers.class)) {
                try {
                    Object value = codec.decode(new Content(mediaType, bytes), type);
                    assertThat(value).isNotNull();
                } catch (UnreadableValueException e) {
                    assertThat(e).hasMessageContaining(mediaType);
                }
            }
        }
    }

    private void assertUnreadable(Content content, Class<?> type) {
        assertThatExceptionOfType(UnreadableValueException.class)
                .isThrownBy(() -> codec.decode(content, type))
                .satisfies(e -> assertThat(e).hasMessageNotContaining("hunter2"))
                .satisfies(e ->
                        assertThat(e.getCause() instanceof JacksonException).isFalse());
    }

    private static Content content(String mediaType, String text) {
        return new Content(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Object> nested(int depth) {
        List<Object> value = List.of();
        for (int i = 1; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    @SuppressWarnings("NullAway") // what a caller without null checks may do
    private static void putNullKey(Map<Object, Object> map) {
        map.put(null, "v");
    }
}
