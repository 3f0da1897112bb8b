package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.storage.file.Entries.PROFILE;
import static org.restante.storage.file.Entries.apply;
import static org.restante.storage.file.Entries.put;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.entry.EntryKey;
import org.restante.storage.StorageAdapter;
import org.restante.testing.Scenario;

@Scenario("S14")
class FilePagesTest {

    @TempDir
    Path root;

    @Test
    void tenThousandKeysAreListedOnceEachWhileOthersWriteDeleteAndReplace() throws Exception {
        List<String> keys = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 50 == 0 ? "Ж".repeat(100) + i : "Key " + i)
                .toList();
        for (String key : keys) {
            write(Entries.key(key));
        }
        ExecutorService threads = Executors.newSingleThreadExecutor();
        AtomicBoolean listing = new AtomicBoolean(true);
        try (StorageAdapter adapter = FileStorageAdapter.open(root, InstantSource.system())) {
            Future<Integer> written = threads.submit(() -> {
                int rounds = 0;
                for (; listing.get(); rounds++) {
                    apply(adapter, put(keys.get(rounds % keys.size()), "replaced"), put("other " + rounds, "new"));
                    apply(adapter, Entries.delete("other " + rounds / 2));
                }
                return rounds;
            });
            List<String> listed = Entries.keys(adapter, PROFILE, 500);
            listing.set(false);

            assertThat(written.get()).isPositive();
            assertThat(listed).doesNotHaveDuplicates();
            assertThat(listed.stream().filter(key -> !key.startsWith("other")))
                    .containsExactlyInAnyOrderElementsOf(keys);
        } finally {
            threads.shutdownNow();
        }
    }

    /** As the adapter writes, but without waiting for the disk. */
    private void write(EntryKey key) throws IOException {
        Path file = new Layout(root).entry(key);
        Files.createDirectories(file.getParent());
        Files.write(file, new EntryHeader(key, 1, Instant.EPOCH, 0).write());
    }
}
