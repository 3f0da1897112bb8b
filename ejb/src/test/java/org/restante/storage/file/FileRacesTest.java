package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.storage.file.Entries.PROFILE;
import static org.restante.storage.file.Entries.apply;
import static org.restante.storage.file.Entries.delete;
import static org.restante.storage.file.Entries.key;
import static org.restante.storage.file.Entries.put;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.restante.storage.StoredEntry;
import org.restante.testing.Scenario;

class FileRacesTest {

    @TempDir
    Path root;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private StorageAdapter adapter;

    @BeforeEach
    void open() {
        adapter = FileStorageAdapter.open(root, InstantSource.system());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        adapter.close();
    }

    @Test
    @Scenario({"S3", "S19"})
    void aHundredWritersOfTenKeysLeaveOneWholeValueEach() throws Exception {
        CyclicBarrier start = new CyclicBarrier(100);
        all(100, thread -> {
            start.await();
            for (int i = 0; i < 2; i++) {
                apply(adapter, put("key " + thread % 10, thread + ":" + "x".repeat(thread * 300)));
            }
            return true;
        });

        assertThat(Entries.keys(adapter, PROFILE, 3)).hasSize(10).allSatisfy(key -> {
            String value = Entries.read(adapter, key).orElseThrow();
            int thread = Integer.parseInt(value.substring(0, value.indexOf(':')));
            assertThat(key).isEqualTo("key " + thread % 10);
            assertThat(value).isEqualTo(thread + ":" + "x".repeat(thread * 300));
        });
    }

    @Test
    @Scenario("S23")
    void oneOfFiftyRacersPutsOverTheVersionThatAllSaw() throws Exception {
        Applied.Done first = (Applied.Done) apply(adapter, put("key", "first"));
        Expected seen = Expected.version(first.versions().values().iterator().next());
        CyclicBarrier start = new CyclicBarrier(50);

        List<Boolean> won = all(50, thread -> {
            start.await();
            return apply(adapter, put(key("key"), "of " + thread, seen)) instanceof Applied.Done;
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(Entries.read(adapter, "key")).contains("of " + won.indexOf(true));
    }

    @Test
    @Scenario({"S19", "S23"})
    void noIncrementUnderAConditionIsLost() throws Exception {
        apply(adapter, put("counter", "0"));
        all(8, thread -> {
            for (int i = 0; i < 10; ) {
                StoredEntry seen = adapter.read(List.of(key("counter")))
                        .values()
                        .iterator()
                        .next();
                int next = Integer.parseInt(Entries.decode(key("counter"), seen)) + 1;
                Mutation put = put(key("counter"), Integer.toString(next), Expected.version(seen.version()));
                i += apply(adapter, put) instanceof Applied.Done ? 1 : 0;
            }
            return true;
        });

        assertThat(Entries.read(adapter, "counter")).contains("80");
    }

    @Test
    @Scenario("S20")
    void readersSeeAllOfABatchOrNone() throws Exception {
        ProfileId other = new ProfileId("other");
        List<EntryKey> keys = List.of(key("a"), key("b"), key("c"), Entries.NOTES.key(other, "d"));
        AtomicBoolean writing = new AtomicBoolean(true);
        Future<Set<Integer>> seen = threads.submit(() -> {
            Set<Integer> sizes = new HashSet<>();
            while (writing.get()) {
                Map<EntryKey, StoredEntry> entries = adapter.read(keys);
                assertThat(entries.values().stream().map(StoredEntry::version).distinct())
                        .hasSizeLessThanOrEqualTo(1);
                sizes.add(entries.size());
            }
            return sizes;
        });
        for (int i = 0; i < 30; i++) {
            adapter.apply(keys.stream()
                    .map(key -> put(key, "value", Expected.absent()))
                    .toList());
            adapter.apply(keys.stream().<Mutation>map(Mutation.Delete::new).toList());
        }
        writing.set(false);

        assertThat(seen.get(60, TimeUnit.SECONDS)).isSubsetOf(0, 4);
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
    void clearRemovesTheFolderWhileOthersWriteAndTheProfileIsUsableAfterwards() throws Exception {
        ProfileId other = new ProfileId("other");
        apply(adapter, put(Entries.NOTES.key(other, "key"), "kept", Expected.anything()));
        all(4, thread -> {
            for (int i = 0; i < 5; i++) {
                apply(adapter, put("key " + thread, "value"), put("more " + thread, "value"));
                adapter.clear(PROFILE);
            }
            return true;
        });

        assertThat(root.resolve("n-primary")).doesNotExist();
        assertThat(adapter.profiles()).containsExactly(other);
        assertThat(Entries.files(root)).containsExactly("n-other/n-notes/n-key");
        apply(adapter, put("key", "value"));
        assertThat(adapter.profiles()).containsExactly(other, PROFILE);
    }

    private <T> List<T> all(int count, Work<T> work) throws Exception {
        List<Callable<T>> calls = IntStream.range(0, count)
                .<Callable<T>>mapToObj(thread -> () -> work.run(thread))
                .collect(Collectors.toList());
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
            results.add(result.get());
        }
        return results;
    }

    private interface Work<T> {
        T run(int thread) throws Exception;
    }
}
