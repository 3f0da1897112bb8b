package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.Scenario;

@Scenario("S24")
class OneAtATimeTest {

    @TempDir
    Path root;

    @Test
    void aSecondAdapterOfThisProcessIsRefusedAlsoByAnotherPath() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link"), Files.createDirectory(root.resolve("store")));
        try (FileStorageAdapter first = open(root.resolve("store"))) {
            assertThat(first.profiles()).isEmpty();
            assertThatThrownBy(() -> open(root.resolve("store")))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageContaining("in use by another adapter of this process");
            assertThatThrownBy(() -> open(link)).isInstanceOf(StorageUnavailableException.class);
        }
    }

    @Test
    void anotherProcessIsRefusedAlsoAfterASecondAdapterOfThisOneWas() throws Exception {
        try (FileStorageAdapter first = open(root)) {
            assertThatThrownBy(() -> open(root)).isInstanceOf(StorageUnavailableException.class);
            try (WritingProcess other = WritingProcess.start(root, 0)) {
                assertThat(other.nextLine()).contains("in use by another process");
            }
            assertThat(first.profiles()).isEmpty();
        }
    }

    @Test
    void thisProcessIsRefusedAsLongAsAnotherWrites() throws Exception {
        try (WritingProcess other = WritingProcess.start(root, 0)) {
            other.awaitAcknowledged(1);
            assertThatThrownBy(() -> open(root))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageContaining("in use by another process");
        }
        open(root).close();
    }

    @Test
    void closingLetsTheNextOneInAndTheClosedOneOut() {
        FileStorageAdapter first = open(root);
        first.close();
        try (FileStorageAdapter second = open(root)) {
            first.close();
            assertThat(second.profiles()).isEmpty();
            assertThatThrownBy(first::profiles)
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(() -> Entries.apply(first, Entries.put("key", "value")))
                    .isInstanceOf(StorageUnavailableException.class);
        }
    }

    @Test
    void anOpeningThatFailedHoldsNothing() throws IOException {
        Path obstacle = Files.writeString(root.resolve("n-profile"), "a file where a profile's folder should be");
        assertThatThrownBy(() -> open(root)).isInstanceOf(StorageUnavailableException.class);

        Files.delete(obstacle);
        open(root).close();
    }

    private static FileStorageAdapter open(Path root) {
        return FileStorageAdapter.open(root, InstantSource.system());
    }
}
