package org.restante.dedup.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.restante.dedup.HashedKey;
import org.restante.dedup.StoredClaim;
import org.restante.storage.BoundedSql.Binding;
import org.restante.time.Micros;
import org.restante.transaction.H2LockTimeout;

/**
 * H2. It waits for another's row that has not committed for a moment, and then says so. Of two that insert one row the slower
 * fails, having done nothing.
 */
final class H2DedupSql implements DedupSql {

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final String UNIQUE_VIOLATION = "23505";

    /** Not a merge, which locks the row that it finds until the transaction ends, so that its claimer could not complete it. */
    private static final String INSERT = "insert into restante_dedup (namespace, key_hash, " + ClaimRows.COLUMNS + ")"
            + " select * from (values (cast(? as varchar), cast(? as varbinary), cast(? as varchar),"
            + " cast(? as varbinary), cast(? as varchar), cast(? as integer), cast(? as bigint), cast(? as bigint),"
            + " cast(? as bigint), cast(? as bigint))) s (namespace, key_hash, " + ClaimRows.COLUMNS + ")"
            + " where not exists (select 1 from restante_dedup d"
            + " where d.namespace = s.namespace and d.key_hash = s.key_hash)";

    /** Waits for nobody: of two who wait for each other's rows H2 would roll one back. */
    private static final String LOCK = "select 1 from restante_dedup where namespace = ? and key_hash = ? and token = ?"
            + " and until = ? for update skip locked";

    private static final String REPLACE = "update restante_dedup set (" + ClaimRows.COLUMNS + ", receipt)"
            + " = (?, ?, ?, ?, ?, ?, ?, ?, null) where namespace = ? and key_hash = ? and token = ? and until = ?";

    @Override
    public boolean insert(Connection connection, HashedKey place, StoredClaim first) throws SQLException {
        return doneInAMoment(
                connection,
                INSERT,
                statement -> ClaimRows.values(statement, ClaimRows.place(statement, 1, place), first));
    }

    @Override
    public boolean replace(Connection connection, HashedKey place, Replacement replacement) throws SQLException {
        if (!locked(connection, place, replacement.old())) {
            return false;
        }
        return doneInAMoment(connection, REPLACE, statement -> {
            int next = ClaimRows.place(statement, ClaimRows.values(statement, 1, replacement.next()), place);
            old(statement, next, replacement.old());
        });
    }

    private static boolean locked(Connection connection, HashedKey place, StoredClaim old) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            old(statement, ClaimRows.place(statement, 1, place), old);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void old(PreparedStatement statement, int index, StoredClaim old) throws SQLException {
        statement.setString(index, old.token().value());
        statement.setLong(index + 1, Micros.of(old.until()));
    }

    @Override
    public String renew() {
        return "select until from final table (update restante_dedup set until = ? + lease,"
                + " forget_after = forget_after + (? + lease - until)"
                + " where namespace = ? and key_hash = ? and token = ? and receipt is null and until > ?)";
    }

    @Override
    public String sweep() {
        return "delete from restante_dedup where forget_after <= ? fetch first ? rows only";
    }

    private static boolean doneInAMoment(Connection connection, String sql, Binding binding) throws SQLException {
        try (H2LockTimeout bound = new H2LockTimeout(connection);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bound.set(MOMENT);
            binding.bind(statement);
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            if (H2LockTimeout.isTimeout(e) || UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
