package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.storage.file.Entries.apply;
import static org.restante.storage.file.Entries.delete;
import static org.restante.storage.file.Entries.files;
import static org.restante.storage.file.Entries.put;
import static org.restante.storage.file.Entries.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.entry.EntryKey;
import org.restante.storage.Mutation;
import org.restante.storage.StorageAdapter;
import org.restante.testing.Scenario;

/** The folder as a crash leaves it at each point between two calls of the file system. */
@Scenario({"S24", "S17", "S20"})
class CrashTest {

    private static final List<Mutation> BATCH = List.of(put("a", "new"), put("b", "new"), delete("c"), put("d", "new"));

    @TempDir
    Path root;

    @BeforeEach
    void someEntriesAreThere() {
        opened(adapter -> apply(adapter, put("a", "old"), put("b", "old"), put("c", "old")));
    }

    @Test
    void aWriteThatWasNotRenamedLeavesTheOldValueAndIsCleanedUp() throws IOException {
        stage(List.of(put("a", "new")));
        assertThat(files(root)).hasSize(4);

        opened(adapter -> {
            assertThat(read(adapter, "a")).contains("old");
            assertThat(Entries.keys(adapter, Entries.PROFILE, 10)).containsExactly("a", "b", "c");
            assertThat(files(root))
                    .containsExactly("n-primary/n-notes/n-a", "n-primary/n-notes/n-b", "n-primary/n-notes/n-c");
        });
    }

    @Test
    void aFileThatWasStillBeingWrittenIsIgnoredWhileOthersWork() throws IOException {
        try (StorageAdapter adapter = FileStorageAdapter.open(root, InstantSource.system())) {
            Files.write(root.resolve("n-primary/n-notes/.tmp-1"), new byte[] {1});

            assertThat(Entries.keys(adapter, Entries.PROFILE, 1)).containsExactly("a", "b", "c");
            apply(adapter, delete("a"), delete("b"), delete("c"));
            assertThat(adapter.profiles()).isEmpty();
        }
    }

    @Test
    void aBatchThatWasOnlyStagedIsNotDone() throws IOException {
        stage(BATCH);

        opened(this::assertBatchIsNotDone);
    }

    @Test
    void aBatchWhoseJournalIsNotWholeIsNotDone() throws IOException {
        byte[] journal = new Journal(realRoot(), stage(BATCH)).write();
        for (int length = journal.length - 1; length >= 0; length -= 17) {
            Files.write(root.resolve(".journal-1"), Arrays.copyOf(journal, length));
            opened(this::assertBatchIsNotDone);
            stage(BATCH);
        }
    }

    @Test
    void aBatchWhoseJournalIsWholeIsDoneFromEveryPointOn() throws IOException {
        for (int done = 0; done <= BATCH.size(); done++) {
            someEntriesAreThere();
            List<Step> steps = stage(BATCH);
            Files.write(root.resolve(".journal-1"), new Journal(realRoot(), steps).write());
            for (Step step : steps.subList(0, done)) {
                step.perform();
            }
            opened(this::assertBatchIsDone);
        }
    }

    @Test
    void aCrashInTheMiddleOfTheRecoveryIsRecoveredFrom() throws IOException {
        Files.write(root.resolve(".journal-1"), new Journal(realRoot(), stage(BATCH)).write());
        opened(this::assertBatchIsDone);
        opened(this::assertBatchIsDone);
    }

    @Test
    @Scenario("S12")
    void aProfileThatWasBeingClearedIsDeletedToTheEnd() throws IOException {
        Files.move(root.resolve("n-primary"), root.resolve(".trash-1"));
        Files.delete(root.resolve(".trash-1/n-notes/n-a"));

        opened(adapter -> {
            assertThat(read(adapter, "b")).isEmpty();
            assertThat(files(root)).isEmpty();
            assertThat(root.resolve(".trash-1")).doesNotExist();
        });
    }

    private void assertBatchIsDone(StorageAdapter adapter) {
        assertThat(read(adapter, "a")).contains("new");
        assertThat(read(adapter, "b")).contains("new");
        assertThat(read(adapter, "c")).isEmpty();
        assertThat(read(adapter, "d")).contains("new");
        assertThat(files(root)).hasSize(3);
    }

    private void assertBatchIsNotDone(StorageAdapter adapter) {
        assertThat(read(adapter, "a")).contains("old");
        assertThat(read(adapter, "b")).contains("old");
        assertThat(read(adapter, "c")).contains("old");
        assertThat(read(adapter, "d")).isEmpty();
        assertThat(files(root)).hasSize(3);
    }

    private List<Step> stage(List<Mutation> mutations) throws IOException {
        Layout layout = new Layout(realRoot());
        Map<EntryKey, Long> versions = Map.of(Entries.key("a"), 7L, Entries.key("b"), 7L, Entries.key("d"), 7L);
        return new Staging(layout, new Disk(root)).stage(mutations, versions, Instant.EPOCH);
    }

    private Path realRoot() throws IOException {
        return root.toRealPath();
    }

    private void opened(Consumer<StorageAdapter> work) {
        try (StorageAdapter adapter = FileStorageAdapter.open(root, InstantSource.system())) {
            work.accept(adapter);
        }
    }
}
