package org.restante.dedup.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import org.restante.database.Dialect;
import org.restante.dedup.HashedKey;
import org.restante.dedup.StoredClaim;

/** The conditional writes, as they differ from database to database. None waits for a transaction that holds the key. */
interface DedupSql {

    /** Inserts a first claim where nothing is, and nobody else is inserting one; whether it did. */
    boolean insert(Connection connection, HashedKey place, StoredClaim first) throws SQLException;

    /** Puts a claim in the place of one that has run out, if that is still as it was and nobody else is at it; whether it did. */
    boolean replace(Connection connection, HashedKey place, Replacement replacement) throws SQLException;

    /** A claim that has run out, and what follows on it. */
    record Replacement(StoredClaim old, StoredClaim next) {}

    /** Begins a lease anew. Takes now, now, namespace, hash, token and now; gives until when it is. */
    String renew();

    /** Drops some rows: takes before when they were over and how many. */
    String sweep();

    static DedupSql of(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2DedupSql();
            case POSTGRESQL -> new PostgresDedupSql();
        };
    }
}
