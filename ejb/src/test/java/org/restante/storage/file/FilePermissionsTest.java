package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.restante.storage.StorageAdapter;
import org.restante.testing.Scenario;

@Scenario("S24")
@DisabledOnOs(OS.WINDOWS)
class FilePermissionsTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsForOthersToReadOrWrite() throws IOException {
        Path root = folder.resolve("above").resolve("root");
        try (StorageAdapter adapter = FileStorageAdapter.open(root, InstantSource.system())) {
            Entries.apply(adapter, Entries.put("a", "value"), Entries.put("b", "value"));
            Entries.apply(adapter, Entries.put("a", "again"));
        }
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.toList())
                    .hasSize(6)
                    .allSatisfy(path -> assertThat(Files.getPosixFilePermissions(path))
                            .isSubsetOf(List.of(
                                    PosixFilePermission.OWNER_READ,
                                    PosixFilePermission.OWNER_WRITE,
                                    PosixFilePermission.OWNER_EXECUTE)));
        }
    }
}
