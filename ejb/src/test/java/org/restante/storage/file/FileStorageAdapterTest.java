package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.storage.Applied;
import org.restante.storage.StorageAdapter;
import org.restante.storage.contract.EmptyStoreContract;
import org.restante.storage.contract.SegmentsContract;
import org.restante.storage.contract.StorageContract;
import org.restante.testing.Scenario;

class FileStorageAdapterTest implements StorageContract, EmptyStoreContract, SegmentsContract {

    @TempDir(factory = FastFolders.class)
    Path folder;

    private StorageAdapter adapter;

    @BeforeEach
    void open() {
        adapter = FileStorageAdapter.open(folder.resolve("contract"), InstantSource.system());
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Override
    public StorageAdapter adapter() {
        return adapter;
    }

    @Test
    @Scenario("S23")
    void aVersionFromBeforeADeleteDoesNotComeBackEvenWhenTheClockStandsStill() {
        List<Long> versions = new ArrayList<>();
        try (StorageAdapter still =
                FileStorageAdapter.open(folder.resolve("still"), InstantSource.fixed(Instant.EPOCH))) {
            for (int i = 0; i < 3; i++) {
                versions.addAll(((Applied.Done) Entries.apply(still, Entries.put("k", "v")))
                        .versions()
                        .values());
                versions.addAll(((Applied.Done) Entries.apply(still, Entries.put("k", "v")))
                        .versions()
                        .values());
                Entries.apply(still, Entries.delete("k"));
            }
        }

        assertThat(versions).hasSize(6).doesNotHaveDuplicates().allMatch(version -> version > 0);
    }

    @Test
    @Scenario("S16")
    void anEntryIsTheSameWhenTheRootIsOpenedAgain() {
        Entries.apply(adapter, Entries.put("k", "v"));
        var before = adapter.read(List.of(Entries.key("k")));
        close();
        open();

        assertThat(adapter.read(List.of(Entries.key("k"))))
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(adapter.profiles()).containsExactly(Entries.PROFILE);
    }
}
