package org.restante.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Lets one node at a time migrate. Flyway's own lock is not enough: it leaves out the making of the history and the entry
 * with which a history begins, and on H2 it is gone with the first {@code create}, which commits.
 */
final class MigrationLock {

    private final DataSource dataSource;
    private final List<String> statements;

    MigrationLock(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.statements = switch (dialect) {
            case H2 ->
                List.of(
                        "create table if not exists restante_schema_lock (id int primary key)",
                        "merge into restante_schema_lock values (1)"); // waits as long as LOCK_TIMEOUT says
            case POSTGRESQL ->
                List.of(
                        "select set_config('lock_timeout', '60s', true)",
                        "select pg_advisory_xact_lock(hashtextextended(current_schema() || '.restante_schema', 0))");
        };
    }

    /** Runs the migration while nobody else does; on connections of its own, besides the one that holds the lock. */
    void run(Runnable migration) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                migration.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        }
    }
}
