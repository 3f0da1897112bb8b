package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Batch;
import org.restante.storage.Expected;
import org.restante.storage.Lookup;
import org.restante.storage.Mutation;
import org.restante.storage.Storage;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before the first test
class RacesTest {

    private static final Namespace<Integer> NUMBERS = Namespace.of("numbers", Integer.class);
    private static final ProfileId BATCHES = new ProfileId("batches");

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;

    @BeforeParameterizedClassInvocation
    void open() {
        database = new JpaFixture(kind);
    }

    @AfterParameterizedClassInvocation
    void close() {
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    @Test
    @Scenario({"S3", "S23"})
    void theVersionsOfRacingPutsRiseByOne() {
        Storage storage = database.storage("puts");
        long first = storage.put(NUMBERS, "k", -1);

        List<Long> versions = Race.of(Thread::new, 16, racer -> puts(storage, racer)).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();

        assertThat(versions)
                .containsExactlyElementsOf(LongStream.rangeClosed(first + 1, first + 16 * 15)
                        .boxed()
                        .toList());
    }

    @Test
    @Scenario({"S3", "S4", "S19"})
    void noVersionComesBackWhilePutsAndDeletesOfOneKeyRace() {
        Storage storage = database.storage("deletes");

        List<Long> versions = Race.of(Thread::new, 16, racer -> putsAndDeletes(storage, racer)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(versions).hasSize(16 * 40).doesNotHaveDuplicates();
        assertThat(storage.get(NUMBERS, "k")).isEmpty();
    }

    private static List<Long> putsAndDeletes(Storage storage, int racer) {
        List<Long> versions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            versions.add(storage.put(NUMBERS, "k", racer));
            versions.add(storage.put(NUMBERS, "k", racer));
            storage.delete(NUMBERS, "k");
        }
        return versions;
    }

    /** Without one order of locks for everybody, a server ends this with one of the batches thrown out as a deadlock's victim. */
    @Test
    @Scenario({"S19", "S20"})
    void batchesOfTheSameKeysInAnyOrderNeverDeadlock() {
        Race.of(Thread::new, 8, racer -> {
            Random random = new Random(racer);
            for (int i = 0; i < 40; i++) {
                if (random.nextInt(20) == 0) {
                    database.adapter().clear(BATCHES);
                } else {
                    database.adapter().apply(batch(random));
                }
            }
            return racer;
        });
    }

    /** Keys are put and deleted in pairs, by batches that overlap otherwise: a pair of two values is half a batch. */
    @Test
    @Scenario({"S3", "S19", "S20"})
    void overlappingBatchesOfPresentAndAbsentKeysStayWhole() {
        Storage storage = database.storage("pairs");
        Race.of(Thread::new, 8, racer -> {
            Random random = new Random(racer);
            for (int i = 0; i < 40; i++) {
                changePairs(storage, random, racer * 1000 + i);
                Map<String, Integer> seen =
                        storage.getAll(NUMBERS, pairs().flatMap(RacesTest::pair).toList());
                assertThat(pairs())
                        .allSatisfy(pair -> assertThat(seen.get("left " + pair)).isEqualTo(seen.get("right " + pair)));
            }
            return racer;
        });
    }

    /** A database that started the whole batch over while it waits would raise the version again and again. */
    @Test
    @Scenario({"S17", "S20"})
    void aBatchThatWaitsForAnothersInsertWritesEachRowOnce() {
        Storage storage = database.storage("waiting");
        long before = storage.put(NUMBERS, "a", 1);

        CompletableFuture<Void> batch = database.transactions().required(() -> {
            storage.put(NUMBERS, "m", 1);
            CompletableFuture<Void> waiting =
                    CompletableFuture.runAsync(() -> storage.putAll(NUMBERS, Map.of("a", 2, "b", 2, "m", 2)));
            await().until(() -> kind.waitingForLocks(database.dataSource()) == 1);
            return waiting;
        });

        assertThat(batch).succeedsWithin(Duration.ofSeconds(20));
        assertThat(storage.lookup(NUMBERS, "a"))
                .isInstanceOfSatisfying(
                        Lookup.Found.class, found -> assertThat(found.version()).isEqualTo(before + 1));
        assertThat(storage.getAll(NUMBERS, List.of("a", "b", "m"))).isEqualTo(Map.of("a", 2, "b", 2, "m", 2));
    }

    private static void changePairs(Storage storage, Random random, int value) {
        List<Integer> some = pairs().filter(pair -> random.nextInt(3) == 0).toList();
        if (random.nextInt(3) == 0) {
            Batch deletes = new Batch();
            some.stream().flatMap(RacesTest::pair).forEach(key -> deletes.delete(NUMBERS, key));
            storage.apply(deletes);
        } else {
            storage.putAll(
                    NUMBERS,
                    some.stream().flatMap(RacesTest::pair).collect(Collectors.toMap(key -> key, key -> value)));
        }
    }

    private static Stream<Integer> pairs() {
        return IntStream.range(0, 25).boxed();
    }

    private static Stream<String> pair(int number) {
        return Stream.of("left " + number, "right " + number);
    }

    private static List<Long> puts(Storage storage, int racer) {
        return IntStream.range(0, 15)
                .mapToObj(i -> storage.put(NUMBERS, "k", racer))
                .toList();
    }

    private static List<Mutation> batch(Random random) {
        List<Mutation> batch = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            EntryKey key = NUMBERS.key(BATCHES, "key " + i);
            switch (random.nextInt(6)) {
                case 0 -> batch.add(new Mutation.Delete(key));
                case 1, 2 -> batch.add(put(key, Expected.anything()));
                case 3 -> batch.add(put(key, Expected.present()));
                default -> {
                    // not in this batch
                }
            }
        }
        Collections.shuffle(batch, random);
        return batch;
    }

    private static Mutation put(EntryKey key, Expected expected) {
        return new Mutation.Put(key, new EntryCodec(PayloadCipher.none()).encode(key, 1), expected);
    }
}
