package org.restante.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespaces;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainRestante;

class BatchTest {

    private final Storage storage = PlainRestante.over(new MemoryStorageAdapter(InstantSource.system()))
            .profile("primary")
            .storage();

    @Test
    void changesEntriesOfSeveralNamespaces() {
        storage.put(Namespaces.LID_MAPPING, "2", "gone soon");

        storage.apply(new Batch()
                .put(Namespaces.LID_MAPPING, "1", "one")
                .put(Namespaces.SESSION, "1", new byte[] {1})
                .delete(Namespaces.LID_MAPPING, "2"));

        assertThat(storage.get(Namespaces.LID_MAPPING, "1")).contains("one");
        assertThat(storage.get(Namespaces.SESSION, "1")).contains(new byte[] {1});
        assertThat(storage.get(Namespaces.LID_MAPPING, "2")).isEmpty();
    }

    @Test
    @Scenario("S20")
    void withOneInvalidEntryWritesNone() {
        Batch batch = new Batch().put(Namespaces.LID_MAPPING, "1", "one").put(Namespaces.SESSION, "", new byte[0]);

        assertThatThrownBy(() -> storage.apply(batch))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("key"));

        assertThat(storage.keys(Namespaces.LID_MAPPING, PageRequest.first(1)).keys())
                .isEmpty();
    }

    @Test
    void whatIsSaidLastOfAnEntryCounts() {
        Batch batch = new Batch()
                .put(Namespaces.LID_MAPPING, "1", "first")
                .delete(Namespaces.LID_MAPPING, "1")
                .put(Namespaces.LID_MAPPING, "1", "last");

        storage.apply(batch);

        assertThat(batch.size()).isEqualTo(1);
        assertThat(storage.get(Namespaces.LID_MAPPING, "1")).contains("last");
    }

    @Test
    void withNothingInItIsFine() {
        storage.apply(new Batch());

        assertThat(storage.keys(Namespaces.SESSION, PageRequest.first(1)).keys())
                .isEmpty();
    }
}
