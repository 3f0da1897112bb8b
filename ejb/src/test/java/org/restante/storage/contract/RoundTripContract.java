package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.restante.codec.Content;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.storage.Expected;
import org.restante.storage.Lookup;
import org.restante.storage.Storage;
import org.restante.testing.Scenario;

/** What is put is what is got. */
public interface RoundTripContract extends StorageFixture {

    Namespace<Map<String, Object>> MAPS = Namespace.ofMaps("maps");
    Namespace<byte[]> BINARY = Namespace.of("binary", byte[].class);
    Namespace<String> TEXTS = Namespace.of("texts", String.class);
    Namespace<Device> DEVICES = Namespace.of("devices", Device.class);

    /** A value as applications have them. */
    record Device(String name, long number, byte[] key, Instant since, Optional<String> label, List<Device> linked) {}

    @Test
    @Scenario("S1")
    default void nestedMapsAndListsWithBytesInThemRoundTrip() {
        Map<String, Object> value = Map.of(
                "text",
                "grüße 你好 😀",
                "list",
                List.of(1, "two", List.of(), Map.of("deep", List.of(true, 3.25))),
                "bytes",
                new byte[] {0, -1, 127, -128},
                "nested",
                Map.of("keys", List.of(new byte[] {1}, new byte[0])),
                "empty",
                Map.of());
        Storage storage = freshStorage();

        storage.put(MAPS, "k", value);

        assertThat(storage.get(MAPS, "k")).get().usingRecursiveComparison().isEqualTo(value);
    }

    @Test
    @Scenario("S1")
    default void recordsRoundTrip() {
        Device linked = new Device("", Long.MIN_VALUE, new byte[0], Instant.EPOCH, Optional.empty(), List.of());
        Instant since = Instant.parse("2024-02-29T23:59:59.123456789Z");
        Device device = new Device("Ø 📱", 1L << 40, new byte[] {9}, since, Optional.of("home"), List.of(linked));
        Storage storage = freshStorage();

        storage.put(DEVICES, "k", device);

        assertThat(storage.get(DEVICES, "k")).get().usingRecursiveComparison().isEqualTo(device);
    }

    @Test
    @Scenario("S1")
    default void aMebibyteOfBinaryRoundTrips() {
        byte[] value = new byte[1 << 20];
        new Random(1).nextBytes(value);
        Storage storage = freshStorage();

        storage.put(BINARY, "k", value);

        assertThat(storage.get(BINARY, "k").map(got -> Arrays.equals(got, value)))
                .contains(true);
    }

    @Test
    @Scenario("S1")
    default void textOfEveryPlaneRoundTrips() {
        String value = "\0\1\t\r\n'\"\\%_ é e\u0301 ß İ ﷺ 中 \uFFFF 😀 👩‍👩‍👧 \uDBFF\uDFFF";
        Storage storage = freshStorage();

        storage.put(TEXTS, "k", value);

        assertThat(storage.get(TEXTS, "k")).contains(value);
    }

    @Test
    @Scenario("S1")
    default void contentKeepsItsMediaTypeAndBytes() {
        Namespace<Content> contents = TEXTS.as(Content.class);
        Content content = new Content("application/vnd.x+json; charset=\"utf-8\"", new byte[] {'{', '}'});
        Storage storage = freshStorage();

        storage.put(contents, "k", content);

        assertThat(storage.get(contents, "k")).contains(content);
        assertThat(storage.get(MAPS.as(Content.class), "k")).isEmpty();
    }

    @Test
    @Scenario("S1")
    default void aValueInSegmentsRoundTripsHoweverItIsPut() {
        Namespace<Content> contents = TEXTS.as(Content.class);
        Content small = SegmentsContract.inSegments(3, 7);
        Content large = SegmentsContract.inSegments(9, 300_000);
        Storage storage = freshStorage();

        storage.put(contents, "first", large, Expected.absent());
        storage.put(contents, "over", small);
        storage.put(contents, "over", large);
        storage.put(contents, "over", small, Expected.present());
        storage.putAll(contents, Map.of("small", small, "large", large));

        assertThat(storage.getAll(contents, List.of("first", "over", "small", "large")))
                .isEqualTo(Map.of("first", large, "over", small, "small", small, "large", large));
    }

    @Test
    @Scenario("S2")
    default void whatIsNotThereIsAMiss() {
        Storage storage = freshStorage();

        assertThat(storage.get(TEXTS, "k")).isEmpty();
        assertThat(storage.get(TEXTS, "k", "fallback")).isEqualTo("fallback");
        assertThat(storage.lookup(TEXTS, "k")).isEqualTo(new Lookup.Absent<String>());
        assertThat(storage.getAll(TEXTS, List.of("k", "l"))).isEmpty();
        assertThat(storage.get(Namespaces.CREDS, "self")).isEmpty();
    }

    @Test
    @Scenario({"S1", "S2"})
    default void emptyAndFalseValuesAreNotAbsent() {
        Storage storage = freshStorage();

        storage.put(TEXTS, "k", "");
        storage.put(BINARY, "k", new byte[0]);
        storage.put(MAPS, "k", Map.of());
        storage.put(TEXTS.as(Boolean.class), "false", false);
        storage.put(TEXTS.as(Integer.class), "zero", 0);

        assertThat(storage.get(TEXTS, "k", "fallback")).isEmpty();
        assertThat(storage.get(BINARY, "k", new byte[] {1})).isEmpty();
        assertThat(storage.get(MAPS, "k", Map.of("a", 1))).isEmpty();
        assertThat(storage.get(TEXTS.as(Boolean.class), "false", true)).isFalse();
        assertThat(storage.get(TEXTS.as(Integer.class), "zero", 1)).isZero();
        assertThat(storage.lookup(TEXTS, "k")).isInstanceOf(Lookup.Found.class);
    }
}
