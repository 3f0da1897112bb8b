package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.entry.EntryKey;
import org.restante.storage.Mutation;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StoredEntry;
import org.restante.storage.file.WritingProcess.Acknowledged;
import org.restante.testing.Scenario;

/** Kills a process that writes, again and again, and looks at what it left. */
@Scenario({"S24", "S17", "S20"})
class KilledProcessTest {

    private static final int ROUNDS = 25;

    @TempDir
    Path root;

    private final Random random = new Random();
    private final Map<String, Integer> stored = new HashMap<>();
    private final List<String> leftOvers = new ArrayList<>();

    @Test
    void whateverTheMomentEachValueIsWholeTheLastAcknowledgedOrTheNextAndBatchesAreWhole() throws Exception {
        int first = 1;
        for (int round = 0; round < ROUNDS; round++) {
            List<Acknowledged> acknowledged;
            try (WritingProcess process = WritingProcess.start(root, first)) {
                process.awaitAcknowledged(1 + random.nextInt(40));
                acknowledged = process.kill();
            }
            Entries.files(root).stream().filter(name -> name.contains(".")).forEach(leftOvers::add);
            try (StorageAdapter adapter = FileStorageAdapter.open(root, InstantSource.system())) {
                for (int thread = 0; thread < WritingProcess.THREADS; thread++) {
                    check(thread, false, numberOfSingle(adapter, thread), first, acknowledged);
                    check(thread, true, numberOfBatch(adapter, thread), first, acknowledged);
                }
                assertThat(Entries.files(root)).allMatch(name -> !name.contains("."));
            }
            first = stored.values().stream().mapToInt(number -> number).max().orElseThrow() + 1;
        }
        assertThat(leftOvers).as("else no kill was in the middle of a write").isNotEmpty();
    }

    private void check(int thread, boolean batch, int number, int first, List<Acknowledged> acknowledged) {
        int last = acknowledged.stream()
                .filter(ack -> ack.thread() == thread && ack.batch() == batch)
                .mapToInt(Acknowledged::number)
                .max()
                .orElse(0);
        String name = thread + (batch ? " batch" : " single");
        int before = last == 0 ? stored.getOrDefault(name, 0) : last;
        assertThat(number).as(name).isIn(before, last == 0 ? first : last + 1);
        stored.put(name, number);
    }

    private static int numberOfSingle(StorageAdapter adapter, int thread) {
        EntryKey key = WritingProcess.single(thread);
        return Entries.read(adapter, key).map(KilledProcessTest::number).orElse(0);
    }

    private static int numberOfBatch(StorageAdapter adapter, int thread) {
        List<EntryKey> keys =
                WritingProcess.batch(thread, 1).stream().map(Mutation::key).toList();
        Map<EntryKey, StoredEntry> entries = adapter.read(keys);
        if (entries.isEmpty()) {
            return 0;
        }
        List<Integer> numbers = entries.entrySet().stream()
                .map(entry -> number(Entries.decode(entry.getKey(), entry.getValue())))
                .distinct()
                .toList();
        assertThat(numbers).as("values of one batch").hasSize(1);
        assertThat(entries).hasSize(numbers.get(0) % 2 == 1 ? 4 : 5);
        return numbers.get(0);
    }

    private static int number(String value) {
        int number = Integer.parseInt(value.substring(0, value.indexOf(':')));
        assertThat(value).isEqualTo(WritingProcess.value(number));
        return number;
    }
}
