package org.restante.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.Restante;
import org.restante.codec.PayloadCipher;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.settings.InvalidSettingsException;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.UnreadableEntry;
import org.restante.storage.memory.MemoryStorageAdapter;
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

    private static void put(Restante restante) {
        restante.profile("p").storage().put(ITEMS, "k", "v");
    }
}
