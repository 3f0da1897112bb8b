package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.storage.file.Entries.PROFILE;
import static org.restante.storage.file.Entries.apply;
import static org.restante.storage.file.Entries.delete;
import static org.restante.storage.file.Entries.key;
import static org.restante.storage.file.Entries.put;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.storage.StorageAdapter;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

class FileRacesTest {

    @TempDir
    Path root;

    private StorageAdapter adapter;

    @BeforeEach
    void open() {
        adapter = FileStorageAdapter.open(root, InstantSource.system());
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Test
    @Scenario("S20")
    void readersSeeAllOfABatchOverTwoProfilesOrNone() {
        ProfileId other = new ProfileId("other");
        List<EntryKey> keys = List.of(key("a"), key("b"), key("c"), Entries.NOTES.key(other, "d"));
        AtomicBoolean written = new AtomicBoolean();

        Race.of(Thread::new, 3, racer -> {
            if (racer == 0) {
                putAndDelete(keys, written);
            }
            while (!written.get()) {
                List<String> values = adapter.read(keys).entrySet().stream()
                        .map(entry -> Entries.decode(entry.getKey(), entry.getValue()))
                        .toList();
                assertThat(values.size()).isIn(0, keys.size());
                assertThat(values.stream().distinct()).hasSizeLessThanOrEqualTo(1);
            }
            return racer;
        });
    }

    @Test
    @Scenario("S20")
    void aBatchWithOnePutRefusedDoesNothing() {
        apply(adapter, put("a", "old"), put("b", "old"));

        assertThat(apply(adapter, put("a", "new"), delete("b"), put(key("c"), "new", Expected.present())))
                .isEqualTo(new Applied.Refused(key("c")));
        assertThat(Entries.read(adapter, "a")).contains("old");
        assertThat(Entries.read(adapter, "b")).contains("old");
        assertThat(Entries.files(root)).hasSize(2);
    }

    @Test
    @Scenario("S12")
    void clearRemovesTheFolderWhileOthersWriteAndTheProfileIsUsableAfterwards() {
        ProfileId other = new ProfileId("other");
        apply(adapter, put(Entries.NOTES.key(other, "key"), "kept", Expected.anything()));
        Race.of(Thread::new, 4, racer -> {
            for (int i = 0; i < 5; i++) {
                apply(adapter, put("key " + racer, "value"), put("more " + racer, "value"));
                adapter.clear(PROFILE);
            }
            return racer;
        });

        assertThat(root.resolve("n-primary")).doesNotExist();
        assertThat(adapter.profiles()).containsExactly(other);
        assertThat(Entries.files(root)).containsExactly("n-other/n-notes/n-key");
        apply(adapter, put("key", "value"));
        assertThat(adapter.profiles()).containsExactly(other, PROFILE);
    }

    private void putAndDelete(List<EntryKey> keys, AtomicBoolean written) {
        try {
            for (int i = 0; i < 30; i++) {
                String value = "of round " + i;
                adapter.apply(keys.stream()
                        .map(key -> put(key, value, Expected.absent()))
                        .toList());
                adapter.apply(keys.stream()
                        .map(key -> put(key, value + " again", Expected.present()))
                        .toList());
                adapter.apply(keys.stream().<Mutation>map(Mutation.Delete::new).toList());
            }
        } finally {
            written.set(true);
        }
    }
}
