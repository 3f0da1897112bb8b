package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Batch;
import org.restante.storage.Storage;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Many threads on few keys. */
public interface ConcurrencyContract extends StorageFixture {

    Namespace<byte[]> BLOBS = Namespace.of("blobs", byte[].class);
    Namespace<String> SLOTS = Namespace.of("slots", String.class);

    @Test
    @Scenario("S3")
    default void twoWritersOfOneKeyNeverLeaveAMix() {
        Storage storage = freshStorage();
        storage.put(BLOBS, "k", blob(0));

        Race.ofWritersAndReaders(
                threads(),
                writer -> storage.put(BLOBS, "k", blob(writer)),
                () -> assertWhole(storage.get(BLOBS, "k").orElseThrow()));

        assertWhole(storage.get(BLOBS, "k").orElseThrow());
    }

    @Test
    @Scenario("S19")
    default void aHundredThreadsOnTenKeysLoseNoDelete() {
        Storage storage = freshStorage();

        Race.of(threads(), 100, racer -> hammer(storage, racer));
        Race.of(threads(), 100, racer -> storage.put(SLOTS, key(racer), key(racer) + " last by " + racer));
        for (int key = 0; key < 10; key++) {
            assertThat(storage.get(SLOTS, key(key)).orElseThrow()).startsWith(key(key) + " last by ");
        }

        Race.of(threads(), 100, racer -> {
                    storage.delete(SLOTS, key(racer));
                    return storage.get(SLOTS, key(racer));
                })
                .forEach(got -> assertThat(got).isEmpty());
        assertThat(Pages.keys(storage, SLOTS)).isEmpty();
    }

    @Test
    @Scenario("S19")
    default void manyThreadsWriteTheFirstEntriesOfAProfile() {
        ProfileId profile = Fresh.profile();

        Race.of(threads(), 30, racer -> storage(profile).put(SLOTS, "own " + racer, "v"));

        assertThat(Pages.keys(storage(profile), SLOTS))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 30).mapToObj(racer -> "own " + racer).toList());
        assertThat(restante().profiles().list()).containsOnlyOnce(profile);
    }

    @Test
    @Scenario("S19")
    default void noPutOfManyThreadsOnOneKeyGetsTheVersionOfAnother() {
        Storage storage = freshStorage();

        List<Long> versions = Race.of(threads(), 50, racer -> storage.put(SLOTS, "k", "by " + racer));

        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    @Scenario({"S19", "S20"})
    default void batchesThatPutWhatOthersDeleteDoNotWaitForEachOther() {
        ProfileId profile = Fresh.profile();

        Race.of(threads(), 8, racer -> {
            for (int i = 0; i < 50; i++) {
                Batch batch = new Batch();
                for (int key = 0; key < 10; key++) {
                    boolean put = (key + racer) % 2 == 0;
                    batch = put ? batch.put(SLOTS, key(key), "by " + racer) : batch.delete(SLOTS, key(key));
                }
                storage(profile).apply(batch);
            }
            return racer;
        });

        List<String> left = Pages.keys(storage(profile), SLOTS);
        assertThat(left).isIn(slots(0), slots(1));
    }

    private static List<String> slots(int parity) {
        return IntStream.range(0, 10)
                .filter(key -> key % 2 == parity)
                .mapToObj(ConcurrencyContract::key)
                .sorted()
                .toList();
    }

    private static int hammer(Storage storage, int racer) {
        Random random = new Random(racer);
        for (int i = 0; i < 10; i++) {
            String key = key(random.nextInt(10));
            switch (random.nextInt(4)) {
                case 0 -> storage.delete(SLOTS, key);
                case 1 ->
                    storage.get(SLOTS, key).ifPresent(value -> assertThat(value).startsWith(key + " "));
                case 2 ->
                    storage.putAll(SLOTS, Map.of(key(racer), key(racer) + " a", key(racer + 1), key(racer + 1) + " b"));
                default -> storage.put(SLOTS, key, key + " by " + racer);
            }
        }
        return racer;
    }

    private static String key(int number) {
        return "key " + number % 10;
    }

    private static byte[] blob(int writer) {
        byte[] blob = new byte[(writer + 2) * 100_000];
        Arrays.fill(blob, (byte) ('a' + writer));
        return blob;
    }

    private static void assertWhole(byte[] blob) {
        assertThat(blob.length).isPositive();
        assertThat(Arrays.equals(blob, blob(blob[0] - 'a'))).as("whole").isTrue();
    }
}
