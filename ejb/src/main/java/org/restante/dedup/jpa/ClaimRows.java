package org.restante.dedup.jpa;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.restante.dedup.ClaimToken;
import org.restante.dedup.DedupKey;
import org.restante.dedup.HashedKey;
import org.restante.dedup.StoredClaim;
import org.restante.time.Micros;

/** Claims as rows: what is bound in which order, and how a row is read. */
final class ClaimRows {

    /** The columns of a row but for its place, in the order in which they are bound and read. */
    static final String COLUMNS = "dedup_key, fingerprint, token, attempt, since, until, forget_after, lease";

    /** How many those are. */
    static final int COUNT = 8;

    /** The columns as they are read. */
    static final String READ = COLUMNS + ", receipt";

    private ClaimRows() {}

    /** Binds namespace and hash from that index on; gives the next index. */
    static int place(PreparedStatement statement, int index, HashedKey key) throws SQLException {
        statement.setString(index, key.key().namespace());
        statement.setBytes(index + 1, key.hash());
        return index + 2;
    }

    /** Binds {@link #COLUMNS} from that index on; gives the next index. */
    static int values(PreparedStatement statement, int index, StoredClaim claim) throws SQLException {
        statement.setString(index, claim.key().key());
        statement.setBytes(index + 1, claim.fingerprint());
        statement.setString(index + 2, claim.token().value());
        statement.setInt(index + 3, claim.attempt());
        statement.setLong(index + 4, Micros.of(claim.since()));
        statement.setLong(index + 5, Micros.of(claim.until()));
        statement.setLong(index + 6, Micros.of(claim.forgetAfter()));
        statement.setLong(index + 7, Micros.of(claim.lease()));
        return index + COUNT;
    }

    /** The claim of a row that has the columns {@link #READ}. */
    static StoredClaim read(String namespace, ResultSet row) throws SQLException {
        return new StoredClaim(
                new DedupKey(namespace, row.getString(1)),
                row.getBytes(2),
                new ClaimToken(row.getString(3)),
                row.getInt(4),
                Micros.toInstant(row.getLong(5)),
                Micros.toInstant(row.getLong(6)),
                Micros.toInstant(row.getLong(7)),
                Micros.toDuration(row.getLong(8)),
                row.getBytes(9));
    }

    /** A number that stands for the place among all locks of the database that have numbers. */
    static long lockNumber(HashedKey key) {
        return ByteBuffer.wrap(key.hash()).getLong()
                ^ Long.rotateLeft(key.key().namespace().hashCode(), 32);
    }
}
