package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.database.SchemaMode;
import org.restante.entry.Namespace;
import org.restante.settings.DatabaseSettings;
import org.restante.storage.Storage;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;

/** What becomes of a change that waits for a row that somebody else keeps locked. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before the first test
class StatementTimeoutTest {

    private static final Namespace<String> ITEMS = Namespace.of("items", String.class);
    private static final Map<String, String> OLD = Map.of("j", "old", "k", "old", "l", "old");

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private Storage storage;

    @BeforeParameterizedClassInvocation
    void open() {
        // H2 looks at the statement's timeout before and after it waits for a row, not meanwhile
        HikariDataSource pool = kind.openWith(
                config -> config.setConnectionInitSql(kind == TestDatabase.H2 ? "set lock_timeout 1000" : null));
        database = new JpaFixture(pool, new DatabaseSettings(SchemaMode.MIGRATE, Duration.ofSeconds(1)));
        storage = database.storage("p");
    }

    @AfterParameterizedClassInvocation
    void close() {
        database.close();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(database.connectionsInUse()).isZero();
    }

    private enum Change {
        PUT,
        PUT_ALL,
        CLEAR;

        void on(Storage storage) {
            switch (this) {
                case PUT -> storage.put(ITEMS, "k", "new");
                case PUT_ALL -> storage.putAll(ITEMS, Map.of("j", "new", "k", "new", "l", "new"));
                case CLEAR -> storage.clear();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Scenario({"S11", "S17"})
    void aChangeThatWaitsLongerThanTheStatementTimeoutIsGivenUpWhole(Change change) throws SQLException {
        storage.putAll(ITEMS, OLD);

        try (Connection holder = lockRow()) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatExceptionOfType(StorageUnavailableException.class)
                            .isThrownBy(() -> change.on(storage)));
            holder.rollback();
        }

        assertOld();
    }

    private void assertOld() {
        assertThat(storage.getAll(ITEMS, List.of("j", "k", "l"))).isEqualTo(OLD);
        storage.put(ITEMS, "k", "next");
        assertThat(storage.get(ITEMS, "k")).contains("next");
    }

    private Connection lockRow() throws SQLException {
        Connection holder = database.dataSource().getConnection();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.executeUpdate("update restante_entry set version = version + 1000 where entry_key = 'k'");
        }
        return holder;
    }
}
