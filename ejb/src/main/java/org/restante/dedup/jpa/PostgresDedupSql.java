package org.restante.dedup.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import org.restante.dedup.HashedKey;
import org.restante.dedup.StoredClaim;
import org.restante.storage.BoundedSql;
import org.restante.storage.BoundedSql.Binding;
import org.restante.time.Micros;

/**
 * PostgreSQL. An insert would wait for another's that has not committed, and for a change of the row that is in its way. So
 * there is none where a row is seen, and else only by who holds the advisory lock of the key for the time of its transaction;
 * who does not get that at once is told so. A duplicate writes nothing.
 */
final class PostgresDedupSql implements DedupSql {

    private static final String INSERT = "insert into restante_dedup (namespace, key_hash, " + ClaimRows.COLUMNS + ")"
            + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where pg_try_advisory_xact_lock(?)"
            + " and not exists (select from restante_dedup where namespace = ? and key_hash = ?)"
            + " on conflict (namespace, key_hash) do nothing";

    /** What is over may be in a transaction that began in time, or in a sweep's, and is passed over. */
    private static final String REPLACE = "with turn as materialized (select pg_try_advisory_xact_lock(?) as mine),"
            + " free as materialized (select 1 from restante_dedup, turn where turn.mine"
            + " and namespace = ? and key_hash = ? and token = ? and until = ? for update of restante_dedup skip locked)"
            + " update restante_dedup set (" + ClaimRows.COLUMNS + ", receipt) = (?, ?, ?, ?, ?, ?, ?, ?, null::bytea)"
            + " from free where namespace = ? and key_hash = ?";

    @Override
    public boolean insert(Connection connection, HashedKey place, StoredClaim first) throws SQLException {
        Binding binding = statement -> {
            int next = ClaimRows.values(statement, ClaimRows.place(statement, 1, place), first);
            statement.setLong(next, ClaimRows.lockNumber(place));
            ClaimRows.place(statement, next + 1, place);
        };
        return BoundedSql.update(connection, INSERT, binding) > 0;
    }

    @Override
    public boolean replace(Connection connection, HashedKey place, Replacement replacement) throws SQLException {
        Binding binding = statement -> {
            statement.setLong(1, ClaimRows.lockNumber(place));
            int next = ClaimRows.place(statement, 2, place);
            statement.setString(next, replacement.old().token().value());
            statement.setLong(next + 1, Micros.of(replacement.old().until()));
            ClaimRows.place(statement, ClaimRows.values(statement, next + 2, replacement.next()), place);
        };
        return BoundedSql.update(connection, REPLACE, binding) > 0;
    }

    @Override
    public String renew() {
        return "update restante_dedup set until = ? + lease, forget_after = forget_after + (? + lease - until)"
                + " where namespace = ? and key_hash = ? and token = ? and receipt is null and until > ? returning until";
    }

    @Override
    public String sweep() {
        return "with turn as materialized (select pg_try_advisory_xact_lock(7310593858020254331) as mine)"
                + " delete from restante_dedup where (namespace, key_hash) in (select namespace, key_hash"
                + " from restante_dedup where forget_after <= ? and (select mine from turn)"
                + " order by forget_after limit ? for update skip locked)";
    }
}
