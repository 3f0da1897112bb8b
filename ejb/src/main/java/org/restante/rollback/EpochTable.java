package org.restante.rollback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.restante.storage.ReadyDatabase;
import org.restante.storage.StorageUnavailableException;
import org.restante.time.Micros;

/** The rows of witnesses in the database, changed by single conditional statements, the same on every database. */
final class EpochTable {

    private static final int TIMEOUT_SECONDS = 5;

    private static final String ACKNOWLEDGED = "(select acknowledged from restante_lineage)";

    /** A row that is in doubt stands still, or else it would soon conceal that it went back. */
    private static final String RAISE = "update restante_epoch set expected = greatest(expected, ?),"
            + " epoch = case when greatest(expected, ?) > greatest(epoch, " + ACKNOWLEDGED + ") then epoch"
            + " else greatest(epoch + 1, expected + 1, ?) end where witness = ?";

    private static final String ADD = "insert into restante_epoch (witness, epoch, expected)"
            + " select cast(? as uuid), cast(? as bigint), cast(? as bigint)"
            + " where not exists (select 1 from restante_epoch where witness = ?)";

    private static final String IN_DOUBT = "select max(expected), max(epoch) from restante_epoch"
            + " where expected > greatest(epoch, " + ACKNOWLEDGED + ")";

    private static final String ACKNOWLEDGE = "update restante_lineage"
            + " set acknowledged = greatest(acknowledged, ?, (select max(expected) from restante_epoch))"
            + " where exists (select 1 from restante_epoch e where e.expected > greatest(e.epoch, acknowledged))";

    private final ReadyDatabase database;

    EpochTable(ReadyDatabase database) {
        this.database = database;
    }

    /** Which database this is. */
    UUID lineage() {
        return sql("select lineage from restante_lineage", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new StorageUnavailableException("the table restante_lineage has lost its row", null);
                }
                return row.getObject(1, UUID.class);
            }
        });
    }

    /**
     * Raises a witness's row, made where there is none, unless the database is behind what the witness saw.
     *
     * @param seen in this row; the beginning of 1970 when nothing was
     */
    void raise(UUID witness, Instant seen, Instant now) {
        long expected = Micros.of(seen);
        boolean raised = sql(RAISE, statement -> {
            statement.setLong(1, expected);
            statement.setLong(2, expected);
            statement.setLong(3, Micros.of(now));
            statement.setObject(4, witness);
            return statement.executeUpdate() > 0;
        });
        if (!raised) {
            add(witness, expected > 0 ? 0 : Micros.of(now), expected);
        }
    }

    private void add(UUID witness, long epoch, long expected) {
        sql(ADD, statement -> {
            statement.setObject(1, witness);
            statement.setLong(2, epoch);
            statement.setLong(3, expected);
            statement.setObject(4, witness);
            return statement.executeUpdate();
        });
    }

    /** What stands in the row of that witness. */
    Instant epoch(UUID witness) {
        return sql("select epoch from restante_epoch where witness = ?", statement -> {
            statement.setObject(1, witness);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Micros.toInstant(row.getLong(1)) : Instant.EPOCH;
            }
        });
    }

    /** What any witness has told and nobody has acknowledged. */
    Optional<RollbackState.RolledBack> inDoubt() {
        return sql(IN_DOUBT, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long expected = row.getLong(1);
                return expected == 0
                        ? Optional.empty()
                        : Optional.of(new RollbackState.RolledBack(Micros.toInstant(expected), orNull(row.getLong(2))));
            }
        });
    }

    /** Takes everything that was seen until now as known to be lost; false when nothing is in doubt. */
    boolean acknowledge(Instant now) {
        return sql(ACKNOWLEDGE, statement -> {
            statement.setLong(1, Micros.of(now));
            return statement.executeUpdate() > 0;
        });
    }

    /** Forgets witnesses that have not come since then. */
    void forget(Instant before) {
        sql("delete from restante_epoch where epoch < ? and expected < ?", statement -> {
            statement.setLong(1, Micros.of(before));
            statement.setLong(2, Micros.of(before));
            return statement.executeUpdate();
        });
    }

    private static @Nullable Instant orNull(long micros) {
        return micros == 0 ? null : Micros.toInstant(micros);
    }

    private <T> T sql(String sql, Work<T> work) {
        return database.ask(dialect -> database.sql((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                return work.run(statement);
            }
        }));
    }

    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
