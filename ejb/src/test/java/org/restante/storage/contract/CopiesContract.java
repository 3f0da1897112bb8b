package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.restante.codec.Bytes;
import org.restante.codec.Content;
import org.restante.codec.Envelope;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.storage.Storage;
import org.restante.testing.Scenario;

/** Values are copied in and out. */
public interface CopiesContract extends StorageFixture {

    Namespace<byte[]> ARRAYS = Namespace.of("arrays", byte[].class);
    Namespace<Map<String, Object>> TREES = Namespace.ofMaps("trees");

    @Test
    @Scenario("S18")
    default void changingAnArrayAfterPutChangesNothingStored() {
        Storage storage = freshStorage();
        byte[] single = {1, 2, 3};
        byte[] inBatch = {4, 5, 6};
        storage.put(ARRAYS, "single", single);
        storage.putAll(ARRAYS, Map.of("batch", inBatch));

        single[0] = 99;
        inBatch[0] = 99;

        assertThat(storage.get(ARRAYS, "single")).contains(new byte[] {1, 2, 3});
        assertThat(storage.get(ARRAYS, "batch")).contains(new byte[] {4, 5, 6});
    }

    @Test
    @Scenario("S18")
    default void changingASegmentAfterPutChangesNothingStored() {
        Storage storage = freshStorage();
        byte[] segment = {1, 2};
        storage.put(ARRAYS.as(Content.class), "k", new Content(Content.OCTET_STREAM, Bytes.of(segment, segment)));

        segment[0] = 99;

        assertThat(storage.get(ARRAYS, "k")).contains(new byte[] {1, 2, 1, 2});
    }

    @Test
    @Scenario("S18")
    default void changingAnArrayAfterGetChangesNothingStored() {
        Storage storage = freshStorage();
        storage.put(ARRAYS, "k", new byte[] {1, 2, 3});

        storage.get(ARRAYS, "k").orElseThrow()[0] = 99;
        Objects.requireNonNull(storage.getAll(ARRAYS, List.of("k")).get("k"))[1] = 99;

        assertThat(storage.get(ARRAYS, "k")).contains(new byte[] {1, 2, 3});
    }

    @Test
    @Scenario("S18")
    default void changingAMapAfterPutChangesNothingStored() {
        Storage storage = freshStorage();
        List<Object> list = new ArrayList<>(List.of(1));
        Map<String, Object> tree = new HashMap<>(Map.of("list", list));
        storage.put(TREES, "k", tree);

        list.add(2);
        tree.clear();

        assertThat(storage.get(TREES, "k")).contains(Map.of("list", List.of(1)));
    }

    @Test
    @Scenario("S18")
    default void anAdapterKeepsNoArrayAndGivesOutNoneThatItKeeps() {
        EntryKey key = ARRAYS.key(Fresh.profile(), "k");
        Envelope given = new Envelope(new byte[] {1, 2}, new byte[] {3, 4});
        adapter().apply(List.of(new Mutation.Put(key, given, Expected.anything())));

        spoil(given);
        spoil(read(key));

        assertThat(read(key).header()).containsExactly(1, 2);
        assertThat(read(key).payload().toArray()).containsExactly(3, 4);
    }

    private Envelope read(EntryKey key) {
        return Objects.requireNonNull(adapter().read(List.of(key)).get(key)).envelope();
    }

    private static void spoil(Envelope envelope) {
        envelope.header()[0] = 99;
        envelope.payload().toArray()[0] = 99;
    }
}
