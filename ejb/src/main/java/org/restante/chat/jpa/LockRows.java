package org.restante.chat.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.restante.chat.LiveLock;
import org.restante.chat.LockToken;
import org.restante.chat.StoredLock;
import org.restante.time.Micros;

/** Locks as rows. */
final class LockRows {

    private LockRows() {}

    /** Of key, owner, token, since, end and length of the lease. */
    static StoredLock read(ResultSet row) throws SQLException {
        return new StoredLock(
                row.getString(1),
                row.getString(2),
                new LockToken(row.getLong(3)),
                Micros.toInstant(row.getLong(4)),
                Micros.toInstant(row.getLong(5)),
                Micros.toDuration(row.getLong(6)));
    }

    /** Of key, owner, since, end of the lease and how many wait. */
    static LiveLock live(ResultSet row) throws SQLException {
        return new LiveLock(
                row.getString(1),
                row.getString(2),
                Micros.toInstant(row.getLong(3)),
                Micros.toInstant(row.getLong(4)),
                row.getInt(5));
    }
}
