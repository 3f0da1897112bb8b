package org.restante.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.restante.time.ClusterClock;
import org.restante.time.Micros;

/**
 * The database behind the durable capabilities. It may be down when Restante starts: whoever starts Restante calls {@link
 * #prepare} until it succeeds, and operations meanwhile are told why they cannot go on. Thread-safe.
 */
public final class Database {

    private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Schema schema;
    private final ClusterClock clock;
    private volatile DatabaseState state = new DatabaseState.NotReady("the database was not reached yet");

    public Database(DataSource dataSource, SchemaMode mode, ClusterClock clock) {
        this.dataSource = dataSource;
        this.schema = new Schema(dataSource, mode);
        this.clock = clock;
    }

    /** Whether the database can be used, as of the last attempt; asks nobody. */
    public DatabaseState state() {
        return state;
    }

    /** The clock that this database sets. */
    public ClusterClock clock() {
        return clock;
    }

    /**
     * Reaches the database, prepares its schema and measures its time; to be called outside any transaction. Once it has
     * succeeded it only measures the time anew.
     */
    public synchronized DatabaseState prepare() {
        try {
            if (state instanceof DatabaseState.NotReady) {
                Dialect dialect = dialect();
                schema.prepare(dialect);
                measureTime();
                state = new DatabaseState.Ready(dialect);
            } else {
                measureTime();
            }
        } catch (SQLException | RuntimeException e) { // pools and drivers throw both
            if (state instanceof DatabaseState.NotReady) {
                state = new DatabaseState.NotReady(Reason.of(e));
            }
        }
        return state;
    }

    /** Whether the database answers at this moment: a fresh look, bounded in time. */
    public DatabaseState check() {
        DatabaseState known = state;
        if (known instanceof DatabaseState.NotReady) {
            return known;
        }
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid((int) CHECK_TIMEOUT.toSeconds())
                    ? known
                    : new DatabaseState.NotReady("the database does not answer");
        } catch (SQLException e) {
            return new DatabaseState.NotReady(Reason.of(e));
        }
    }

    private Dialect dialect() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Dialect.of(connection);
        }
    }

    private void measureTime() {
        clock.measure(new Supplier<>() {
            @Override
            public Instant get() {
                try (Connection connection = dataSource.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.setQueryTimeout((int) CHECK_TIMEOUT.toSeconds());
                    return time(statement);
                } catch (SQLException e) {
                    throw new UncheckedSqlException(e);
                }
            }
        });
    }

    private static Instant time(Statement statement) throws SQLException {
        String micros = "select cast(extract(epoch from current_timestamp) * 1000000 as bigint)";
        try (ResultSet result = statement.executeQuery(micros)) {
            result.next();
            return Micros.toInstant(result.getLong(1));
        }
    }

    private static final class UncheckedSqlException extends RuntimeException {
        UncheckedSqlException(SQLException cause) {
            super(cause);
        }
    }
}
