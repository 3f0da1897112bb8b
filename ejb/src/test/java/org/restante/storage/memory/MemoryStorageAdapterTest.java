package org.restante.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.restante.entry.Namespace;
import org.restante.storage.Storage;
import org.restante.storage.StorageAdapter;
import org.restante.storage.contract.EmptyStoreContract;
import org.restante.storage.contract.StorageContract;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainRestante;

class MemoryStorageAdapterTest implements StorageContract, EmptyStoreContract {

    private final StorageAdapter adapter = new MemoryStorageAdapter(InstantSource.system());

    @Override
    public StorageAdapter adapter() {
        return adapter;
    }

    @Test
    @Scenario("S23")
    void aVersionFromBeforeADeleteDoesNotComeBackEvenWhenTheClockStandsStill() {
        Namespace<String> notes = Namespace.of("notes", String.class);
        Storage storage = PlainRestante.over(new MemoryStorageAdapter(InstantSource.fixed(Instant.EPOCH)))
                .profile("p")
                .storage();
        Set<Long> versions = new HashSet<>();

        for (int i = 0; i < 5; i++) {
            assertThat(versions.add(storage.put(notes, "k", "v"))).isTrue();
            assertThat(versions.add(storage.put(notes, "k", "v"))).isTrue();
            storage.delete(notes, "k");
        }

        assertThat(versions).allMatch(version -> version > 0);
    }
}
