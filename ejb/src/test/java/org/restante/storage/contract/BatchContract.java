package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.storage.Storage;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Several entries at a time: all or none. */
public interface BatchContract extends StorageFixture {

    Namespace<Object> ITEMS = Namespace.of("items", Object.class);
    Namespace<Object> OTHERS = Namespace.of("others", Object.class);

    @Test
    @Scenario("S20")
    default void putAllWritesNewAndOldEntries() {
        Storage storage = freshStorage();
        storage.put(ITEMS, "3", "old");

        storage.putAll(ITEMS, hundred("new"));

        assertThat(storage.getAll(ITEMS, hundred("").keySet())).isEqualTo(hundred("new"));
    }

    @Test
    @Scenario("S20")
    default void putAllWithAnInvalidKeyWritesNone() {
        refusesTheWholeBatch("k".repeat(513), "v");
        refusesTheWholeBatch("", "v");
    }

    @Test
    @Scenario("S20")
    default void putAllWithAValueThatCannotBeWrittenWritesNone() {
        refusesTheWholeBatch("k", new Object());
    }

    @Test
    @Scenario("S20")
    default void putAllWithANullValueWritesNone() {
        Storage storage = freshStorage();
        Map<String, Object> batch = new HashMap<>(hundred("new"));
        putNull(batch);

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> storage.putAll(ITEMS, batch));

        assertThat(Pages.keys(storage, ITEMS)).isEmpty();
    }

    @Test
    @Scenario("S20")
    default void moreKeysAreReadAtOnceThanADatabaseTakesParameters() {
        Storage storage = freshStorage();
        storage.putAll(ITEMS, hundred("v"));
        List<String> keys = new ArrayList<>(hundred("v").keySet());
        IntStream.range(0, 70_000).forEach(i -> keys.add("absent " + i));

        assertThat(storage.getAll(ITEMS, keys)).isEqualTo(hundred("v"));
    }

    @Test
    @Scenario("S20")
    default void anEmptyBatchChangesNothing() {
        ProfileId profile = Fresh.profile();

        storage(profile).putAll(ITEMS, Map.of());

        assertThat(restante().profiles().list()).doesNotContain(profile);
        assertThat(storage(profile).getAll(ITEMS, List.of())).isEmpty();
    }

    @Test
    @Scenario({"S20", "S23"})
    default void aRefusedMutationLeavesTheWholeBatchUndone() {
        ProfileId profile = Fresh.profile();
        Storage storage = storage(profile);
        storage.put(ITEMS, "deleted", "old");
        long version = storage.put(ITEMS, "stale", "old");
        storage.put(ITEMS, "stale", "newer");

        Applied applied = adapter()
                .apply(List.of(
                        put(profile, "added", Expected.absent()),
                        new Mutation.Delete(ITEMS.key(profile, "deleted")),
                        put(profile, "stale", Expected.version(version)),
                        put(profile, "zero", Expected.anything())));

        assertThat(applied).isEqualTo(new Applied.Refused(ITEMS.key(profile, "stale")));
        assertThat(storage.getAll(ITEMS, List.of("added", "deleted", "stale", "zero")))
                .isEqualTo(Map.of("deleted", "old", "stale", "newer"));
    }

    @Test
    @Scenario({"S20", "S23"})
    default void aBatchOfPutsAndDeletesIsDoneWhole() {
        ProfileId profile = Fresh.profile();
        Storage storage = storage(profile);
        storage.put(ITEMS, "deleted", "old");
        long version = storage.put(ITEMS, "expected", "old");

        Applied applied = adapter()
                .apply(List.of(
                        new Mutation.Delete(ITEMS.key(profile, "deleted")),
                        new Mutation.Delete(ITEMS.key(profile, "never there")),
                        put(profile, "expected", Expected.version(version)),
                        put(profile, "added", Expected.absent())));

        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applied.Done.class,
                        done -> assertThat(done.versions())
                                .containsOnlyKeys(ITEMS.key(profile, "expected"), ITEMS.key(profile, "added")));
        assertThat(Pages.keys(storage, ITEMS)).containsExactlyInAnyOrder("expected", "added");
    }

    @Test
    @Scenario("S20")
    default void readersNeverSeeHalfABatch() {
        Storage storage = freshStorage();
        Map<String, Object> reversed = new LinkedHashMap<>();
        hundred("b").entrySet().stream()
                .sorted(Collections.reverseOrder(Map.Entry.comparingByKey()))
                .forEach(entry -> reversed.put(entry.getKey(), entry.getValue()));
        Map<String, Object> sorted = new LinkedHashMap<>();
        hundred("a").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        storage.putAll(ITEMS, sorted);

        Race.ofWritersAndReaders(
                threads(),
                writer -> storage.putAll(ITEMS, writer == 0 ? sorted : reversed),
                () -> assertThat(storage.getAll(ITEMS, sorted.keySet())).isIn(sorted, reversed));

        assertThat(storage.getAll(ITEMS, sorted.keySet())).isIn(sorted, reversed);
    }

    @Test
    @Scenario("S20")
    default void readersOfSeveralNamespacesNeverSeeHalfABatch() {
        assertNeverHalf(Fresh.profile(), List.of());
    }

    @Test
    @Scenario({"S20", "S23"})
    default void readersNeverSeeHalfABatchOneOfWhosePutsHasAnExpectation() {
        ProfileId profile = Fresh.profile();
        storage(profile).put(ITEMS, "expected", "old");
        assertNeverHalf(profile, List.of(put(profile, "expected", Expected.present())));
    }

    private void assertNeverHalf(ProfileId profile, List<Mutation> besideTheDeletes) {
        List<EntryKey> keys = IntStream.range(0, 20)
                .mapToObj(i -> (i % 3 == 0 ? ITEMS : OTHERS).key(profile, "k" + i))
                .toList();
        List<Mutation> deletes = Stream.concat(keys.stream().map(Mutation.Delete::new), besideTheDeletes.stream())
                .toList();

        Race.ofWritersAndReaders(
                threads(),
                writer -> adapter().apply(writer == 0 ? puts(keys, writer) : deletes),
                () -> assertThat(adapter().read(keys).size()).isIn(0, keys.size()));
    }

    @Test
    @Scenario("S2")
    default void getAllGivesThoseThatAreThereHoweverManyAreAskedFor() {
        Storage storage = freshStorage();
        Map<String, Object> stored =
                IntStream.range(0, 1500).boxed().collect(Collectors.toMap(i -> "there-" + i, i -> i));
        storage.putAll(ITEMS, stored);

        List<String> asked = Stream.concat(
                        stored.keySet().stream(), IntStream.range(0, 1500).mapToObj(i -> "missing-" + i))
                .toList();

        assertThat(storage.getAll(ITEMS, asked)).isEqualTo(stored);
        assertThat(storage.getAll(ITEMS, List.of("there-1", "there-1"))).isEqualTo(Map.of("there-1", 1));
    }

    private void refusesTheWholeBatch(String key, Object value) {
        Storage storage = freshStorage();
        Map<String, Object> batch = new HashMap<>(hundred("new"));
        batch.put(key, value);
        storage.put(ITEMS, "3", "old");

        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> storage.putAll(ITEMS, batch));

        assertThat(Pages.keys(storage, ITEMS)).containsExactly("3");
        assertThat(storage.get(ITEMS, "3")).contains("old");
    }

    private static List<Mutation> puts(List<EntryKey> keys, int value) {
        EntryCodec codec = new EntryCodec(PayloadCipher.none());
        return keys.stream()
                .<Mutation>map(key -> new Mutation.Put(key, codec.encode(key, value), Expected.anything()))
                .toList();
    }

    private static Mutation put(ProfileId profile, String key, Expected expected) {
        EntryKey entryKey = ITEMS.key(profile, key);
        return new Mutation.Put(entryKey, new EntryCodec(PayloadCipher.none()).encode(entryKey, "new"), expected);
    }

    @SuppressWarnings("NullAway") // what a caller without null checks may do
    private static void putNull(Map<String, Object> batch) {
        batch.put("null", null);
    }

    private static Map<String, Object> hundred(String value) {
        return IntStream.range(0, 100).boxed().collect(Collectors.toMap(i -> Integer.toString(i), i -> value));
    }
}
