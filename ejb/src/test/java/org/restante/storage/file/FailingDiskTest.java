package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.storage.file.Entries.apply;
import static org.restante.storage.file.Entries.delete;
import static org.restante.storage.file.Entries.files;
import static org.restante.storage.file.Entries.put;
import static org.restante.storage.file.Entries.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.Scenario;

@Scenario({"S11", "S17", "S20"})
class FailingDiskTest {

    private static final String TOO_LARGE = "x".repeat(2 << 20);

    @TempDir
    Path folder;

    private Path root;
    private StorageAdapter adapter;

    @BeforeEach
    void open() {
        root = folder.resolve("root");
        adapter = FileStorageAdapter.open(root, InstantSource.system());
        apply(adapter, put("a", "old"), put("b", "old"), put("c", "old"));
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // the system's limit on the size of files stands for the full disk
    void aWriteThatTheDiskTakesInPartLeavesTheOldValuesAndNoFile() throws Exception {
        List<String> before = files(root);
        adapter.close();
        Process process = WritingProcess.java(
                List.of("sh", "-c", "ulimit -f 1024 && exec \"$@\"", "sh"), FailingDiskTest.class, root.toString());
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines()).hasSize(2).allMatch(line -> line.endsWith("File too large"));
        assertThat(files(root)).isEqualTo(before);
        adapter = FileStorageAdapter.open(root, InstantSource.system());
        assertOld();
    }

    /** Writes what is larger than this process may write: one value, and one after others in a batch. */
    public static void main(String[] arguments) {
        try (StorageAdapter adapter = FileStorageAdapter.open(Path.of(arguments[0]), InstantSource.system())) {
            expectFailure(() -> apply(adapter, put("a", TOO_LARGE)));
            expectFailure(() -> apply(adapter, put("a", "new"), delete("b"), put("c", TOO_LARGE), put("d", "new")));
        }
    }

    private static void expectFailure(Runnable work) {
        try {
            work.run();
            System.out.println("written");
        } catch (StorageUnavailableException e) {
            System.out.println(e.getMessage());
        }
    }

    @Test
    void aWriteThatCannotBeRenamedLeavesNoFile() throws IOException {
        Path obstacle = obstacle("d");
        List<String> before = files(root);
        Disk disk = new Disk(root);
        Path staged = disk.createNew(root.resolve("n-primary/n-notes"), Layout.STAGED);

        assertThatThrownBy(() -> new Commits(root, disk).commit(List.of(new Step(obstacle, staged))))
                .isInstanceOf(IOException.class);
        assertThat(files(root)).isEqualTo(before);
    }

    @Test
    void aBatchThatFailsAfterItsCommitIsSeenByNobodyUntilItIsWhole() throws IOException {
        Path obstacle = obstacle("d");
        assertThatThrownBy(() -> apply(adapter, put("a", "new"), delete("b"), delete("d"), put("c", "new")))
                .isInstanceOf(StorageUnavailableException.class);

        assertThatThrownBy(() -> read(adapter, "a")).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> apply(adapter, put("b", "newer"))).isInstanceOf(StorageUnavailableException.class);
        remove(obstacle);
        assertThat(read(adapter, "a")).contains("new");
        assertThat(read(adapter, "b")).isEmpty();
        assertThat(read(adapter, "c")).contains("new");
        assertThat(read(adapter, "d")).isEmpty();
        assertThat(files(root)).hasSize(2).noneMatch(name -> name.contains("."));
    }

    @Test
    void aBatchThatFailsAfterItsCommitIsFinishedByTheNextAdapter() throws IOException {
        Path obstacle = obstacle("d");
        assertThatThrownBy(() -> apply(adapter, put("a", "new"), delete("d"), delete("b")))
                .isInstanceOf(StorageUnavailableException.class);
        adapter.close();
        remove(obstacle);
        adapter = FileStorageAdapter.open(root, InstantSource.system());

        assertThat(read(adapter, "a")).contains("new");
        assertThat(read(adapter, "b")).isEmpty();
        assertThat(read(adapter, "d")).isEmpty();
    }

    @Test
    void anInterruptedThreadLeavesAWholeBatchOrNone() {
        for (int i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> apply(adapter, put("a", "new"), put("b", "new")))
                    .isInstanceOf(StorageUnavailableException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertOld();
        }
        apply(adapter, put("a", "new"));
        assertThat(read(adapter, "a")).contains("new");
    }

    @Test
    void aNamespaceThatIsNotAFolderIsAFailureAndNeverAMiss() throws IOException {
        Path notes = root.resolve("n-primary").resolve("n-notes");
        Files.move(notes, folder.resolve("aside"));
        Files.writeString(notes, "a file where a folder should be");

        assertThatThrownBy(() -> read(adapter, "a")).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> apply(adapter, put("a", "new"))).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> Entries.keys(adapter, Entries.PROFILE, 1))
                .isInstanceOf(StorageUnavailableException.class);
        Files.delete(notes);
        Files.move(folder.resolve("aside"), notes);
        assertOld();
    }

    @Test
    void aRootThatIsGoneIsAFailureAndNeverAMiss() throws IOException {
        Files.move(root, folder.resolve("unmounted"));

        assertThatThrownBy(() -> read(adapter, "a")).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> Entries.keys(adapter, Entries.PROFILE, 1))
                .isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> adapter.profiles()).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> adapter.clear(Entries.PROFILE)).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> apply(adapter, delete("a"))).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> apply(adapter, put("a", "new"))).isInstanceOf(StorageUnavailableException.class);
        Files.move(folder.resolve("unmounted"), root);
        assertOld();
    }

    private void assertOld() {
        assertThat(List.of("a", "b", "c"))
                .allSatisfy(key -> assertThat(read(adapter, key)).contains("old"));
        assertThat(read(adapter, "d")).isEmpty();
    }

    /** A folder with something in it, where the file of that key should go. */
    private Path obstacle(String key) throws IOException {
        Path obstacle = new Layout(root).entry(Entries.key(key));
        Files.createDirectory(obstacle);
        Files.writeString(obstacle.resolve("something"), "");
        return obstacle;
    }

    private static void remove(Path obstacle) throws IOException {
        Folder.deleteTree(obstacle);
    }
}
