package org.restante.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.Restante;
import org.restante.codec.PayloadCipher;
import org.restante.dedup.Decision;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheReadOnlyException;
import org.restante.retry.RetryEntry;
import org.restante.retry.RetryLimits;
import org.restante.retry.memory.MemoryRetryCacheAdapter;
import org.restante.settings.InvalidSettingsException;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.UnreadableEntry;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;
import org.restante.testing.TestDatabase;
import org.restante.time.ClusterClock;

class PlainRestanteTest {

    private static final Namespace<String> ITEMS = Namespace.of("items", String.class);
    private static final Namespace<Integer> ITEMS_AS_NUMBERS = ITEMS.as(Integer.class);

    @Test
    void optionsAloneOpenTheDatabase() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            PlainOptions options = PlainOptions.defaults().withDataSource(pool);
            try (PlainRestante restante = PlainRestante.open(options)) {
                put(restante);
            }

            assertThat(Sql.number(pool, "select count(*) from restante_entry")).isEqualTo(1);
            try (PlainRestante restante = PlainRestante.open("jpa", options)) {
                assertThat(restante.profile("p").storage().get(ITEMS, "k")).contains("v");
            }
            assertThat(pool.isClosed()).isFalse();
        }
    }

    @Test
    void theNamedAdapterIsOpenedWhateverTheSettingsName() {
        PlainOptions options = PlainOptions.defaults().withSettings(Map.of("restante.storage.adapter", "jpa"));

        try (PlainRestante restante = PlainRestante.open("memory", options)) {
            put(restante);
            assertThat(restante.profile("p").storage().get(ITEMS, "k")).contains("v");
        }
    }

    @Test
    void anAdapterThatIsAlreadyBuiltIsUsedAsItIs() {
        try (MemoryStorageAdapter adapter = new MemoryStorageAdapter(ClusterClock.system())) {
            try (PlainRestante restante = PlainRestante.over(adapter)) {
                put(restante);
            }

            Restante again = PlainRestante.over(adapter, PayloadCipher.none(), unreadable -> {});
            assertThat(again.profile("p").storage().get(ITEMS, "k")).contains("v");
        }
    }

    @Test
    void theOptionsListenerIsToldOfUnreadableEntries() {
        List<UnreadableEntry> told = new ArrayList<>();
        PlainOptions options = PlainOptions.defaults().withOnUnreadable(told::add);

        try (PlainRestante restante = PlainRestante.open("memory", options)) {
            put(restante);
            assertThat(restante.profile("p").storage().get(ITEMS_AS_NUMBERS, "k"))
                    .isEmpty();
        }

        assertThat(told)
                .singleElement()
                .satisfies(unreadable -> assertThat(unreadable.key()).isEqualTo(ITEMS.key(new ProfileId("p"), "k")));
    }

    @Test
    void theRetryCacheIsInAGridUnlessAnotherIsNamedAndLeavesItWhenClosed() {
        PlainOptions options = PlainOptions.defaults().withSettings(Map.of("restante.cluster.port", "5821"));
        try (PlainRestante restante = PlainRestante.open("memory", options)) {
            assertThat(isFree(5821)).isTrue();

            remembered(restante);

            assertThat(isFree(5821)).isFalse();
        }
        assertThat(isFree(5821)).isTrue();
        await().untilAsserted(
                        () -> assertThat(Thread.getAllStackTraces().keySet()) // Hazelcast does not wait for its last
                                .extracting(Thread::getName)
                                .noneMatch(name -> name.startsWith("hz.restante-")));
    }

    @Test
    void theRetryCacheIsInTheDatabaseWhereThatIsNamed() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            PlainOptions options =
                    PlainOptions.defaults().withDataSource(pool).withSettings(Map.of("restante.retry.adapter", "jpa"));
            try (PlainRestante restante = PlainRestante.open(options)) {
                remembered(restante);
            }
            assertThat(Sql.number(pool, "select count(*) from restante_retry")).isEqualTo(1);
        }
    }

    @Test
    void claimsAreWhereTheEntriesAreUnlessTheSettingsNameAnother() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            PlainOptions options = PlainOptions.defaults().withDataSource(pool);
            try (PlainRestante restante = PlainRestante.open(options)) {
                restante.dedup("orders").claim("k");
            }
            assertThat(Sql.number(pool, "select count(*) from restante_dedup")).isEqualTo(1);
            try (PlainRestante restante =
                    PlainRestante.open(options.withSettings(Map.of("restante.dedup.adapter", "memory")))) {
                assertThat(restante.dedup("orders").lookup("k")).isEmpty();
            }
        }
        try (PlainRestante restante = PlainRestante.open("memory", PlainOptions.defaults())) {
            assertThat(restante.dedup("orders").claim("k")).isInstanceOf(Decision.Claimed.class);
            assertThat(restante.dedup("orders").lookup("k")).isPresent();
        }
    }

    /** It would begin to sweep again, and nobody would end that. */
    @Test
    void whatIsClosedHasNoClaimsAnyMore() {
        PlainRestante restante = PlainRestante.open("memory", PlainOptions.defaults());
        restante.close();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> restante.dedup("orders"));
    }

    @Test
    void anAdapterOfClaimsThatCannotBeOpenedIsRefused() {
        for (String adapter : List.of("jpa", "grid")) {
            assertThatExceptionOfType(InvalidSettingsException.class)
                    .isThrownBy(() -> PlainRestante.open(
                            "memory", PlainOptions.defaults().withSettings(Map.of("restante.dedup.adapter", adapter))))
                    .withMessageContaining("restante.dedup.adapter");
        }
    }

    @Test
    @Scenario("R8")
    void theRetryCacheCanBeOnlyASource() {
        RetryEntry sent = new RetryEntry("r", new byte[] {1}, 1);
        PlainOptions options = PlainOptions.defaults()
                .withSettings(Map.of("restante.retry.adapter", "none"))
                .withRetrySources((profile, id) -> Optional.of(sent).filter(any -> id.equals("m")));
        try (PlainRestante restante = PlainRestante.open("memory", options)) {
            RetryCache cache = restante.profile("p").retryCache();

            assertThat(cache.get("m")).contains(sent);
            assertThatExceptionOfType(RetryCacheReadOnlyException.class).isThrownBy(() -> cache.put("n", sent));
        }
    }

    @Test
    @Scenario("R6")
    void theSettingsBoundTheRetryCacheAndItsBudget() {
        PlainOptions options = PlainOptions.defaults()
                .withRetryAdapter(new MemoryRetryCacheAdapter())
                .withSettings(Map.of(
                        "restante.retry.bound", "3",
                        "restante.retry.attempts", "1",
                        "restante.retry.profiles", "p",
                        "restante.retry.profiles.p.bound", "2"));
        try (PlainRestante restante = PlainRestante.open("memory", options)) {
            assertThat(restante.profile("p").retryCache().limits())
                    .isEqualTo(new RetryLimits(2, Duration.ofMinutes(5)));
            assertThat(restante.profile("q").retryCache().limits().bound()).isEqualTo(3);

            RetryBudget budget = restante.profile("p").retryBudget();
            assertThat(budget.tryConsume("m", "r").allowed()).isTrue();
            assertThat(budget.tryConsume("m", "r").allowed()).isFalse();
        }
    }

    @Test
    void aRetryCacheThatCannotBeOpenedIsRefusedByItsSetting() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> openMemoryWith("redis"))
                .withMessageContaining("restante.retry.adapter must be jcache, jpa, memory or none, but is 'redis'");
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> openMemoryWith("jpa"))
                .withMessageContaining("restante.retry.adapter can be jpa only where the storage adapter is");
    }

    @Test
    void aClusterThatCannotBeJoinedIsToldByItsSettings() {
        PlainOptions options = PlainOptions.defaults().withSettings(Map.of("restante.cluster.address", "192.0.2.1"));
        try (PlainRestante restante = PlainRestante.open("memory", options)) {
            assertThatExceptionOfType(StorageUnavailableException.class)
                    .isThrownBy(() -> restante.profile("p").retryCache())
                    .withMessageContainingAll("192.0.2.1 (restante.cluster.address)", "5701 (restante.cluster.port)");
        }
    }

    @Test
    void everyProblemIsNamedAtOnce(@TempDir Path directory) throws IOException {
        Path keyset = Files.writeString(directory.resolve("keyset.json"), "{}");
        PlainOptions options = PlainOptions.defaults()
                .withSettings(Map.of(
                        "restante.encryption.keyset", keyset.toString(),
                        "restante.schema.mode", "maybe",
                        "restante.database.statement-timeout", "soon",
                        "restante.schema.mood", "good"));

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> PlainRestante.open(options))
                .withMessageContainingAll(
                        "restante.encryption.keyset cannot be used: the file " + keyset,
                        "restante.schema.mode must be one of",
                        "restante.database.statement-timeout must be",
                        "restante.schema.mood is no setting",
                        "the storage adapter 'jpa' needs a data source");
    }

    @Test
    void anUnknownAdapterIsRefused() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> PlainRestante.open("redis", PlainOptions.defaults()))
                .withMessageContaining("restante.storage.adapter must be jpa, file or memory, but is 'redis'");
    }

    @Test
    void anEncryptionKeysetThatIsMissingIsRefusedForEveryAdapter(@TempDir Path directory) {
        PlainOptions options = PlainOptions.defaults()
                .withSettings(Map.of(
                        "restante.encryption.keyset",
                        directory.resolve("none.json").toString()));

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> PlainRestante.open("memory", options))
                .withMessageContaining("does not exist");
    }

    @Test
    void aDatabaseThatIsDownIsTold() throws IOException {
        try (HikariDataSource pool = new HikariDataSource()) {
            try (ServerSocket free = new ServerSocket(0)) {
                pool.setJdbcUrl("jdbc:postgresql://localhost:" + free.getLocalPort() + "/postgres?user=postgres");
            }
            pool.setConnectionTimeout(250);

            assertThatExceptionOfType(StorageUnavailableException.class)
                    .isThrownBy(() -> PlainRestante.open(PlainOptions.defaults().withDataSource(pool)))
                    .withMessageStartingWith("the database cannot be reached: ");
        }
    }

    private static void openMemoryWith(String retryAdapter) {
        PlainRestante.open(
                        "memory", PlainOptions.defaults().withSettings(Map.of("restante.retry.adapter", retryAdapter)))
                .close();
    }

    private static void remembered(Restante restante) {
        RetryCache cache = restante.profile("p").retryCache();
        RetryEntry sent = new RetryEntry("r", new byte[] {1}, System.currentTimeMillis());
        cache.put("m", sent);
        assertThat(cache.get("m")).contains(sent);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void put(Restante restante) {
        restante.profile("p").storage().put(ITEMS, "k", "v");
    }
}
