package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/**
 * Drops values and lists whose time is over, and the rows of locks that nobody had for an hour and nothing waits for. These
 * have no index by time, since that would be written with each lock: a pass looks at some, in the order of their keys, where
 * the last one ended. Thread-safe.
 */
final class ChatSweep {

    private static final Duration IDLE = Duration.ofHours(1);

    private static final String VALUES = "delete from restante_chat_value where (profile, kind, name) in"
            + " (select profile, kind, name from restante_chat_value where expires_at <= ?"
            + " fetch first ? rows only for update skip locked)";
    private static final String OVER = "select profile, kind, name from restante_chat_series where expires_at <= ?"
            + " fetch first ? rows only for update skip locked";
    private static final String BEHIND =
            "select profile, lock_key from restante_chat_lock where (profile, lock_key) > (?, ?)"
                    + " order by profile, lock_key fetch first ? rows only";
    private static final String IDLE_LOCKS = "delete from restante_chat_lock where (profile, lock_key) in"
            + " (select profile, lock_key from restante_chat_lock where (profile, lock_key) > (?, ?)"
            + " and (profile, lock_key) <= (?, ?) and queued = 0 and lease_until <= ? and since <= ? for update skip locked)";

    private static final Place BEGINNING = new Place("", "");

    private final ChatDatabase database;
    private volatile Place place = BEGINNING;

    ChatSweep(ChatDatabase database) {
        this.database = database;
    }

    private record Place(String profile, String key) {}

    /** Some of each; how many, and fewer than {@code most} when there are no more. */
    int run(Instant before, int most) {
        int values = database.one(
                (sql, connection) -> BoundedSql.update(connection, VALUES, parameters(Micros.of(before), most)));
        int lists = database.several((sql, connection) -> lists(connection, Micros.of(before), most));
        locks(before.minus(IDLE), most);
        return Math.max(values, lists);
    }

    private static int lists(Connection connection, long before, int most) throws SQLException {
        List<Object[]> over = BoundedSql.query(connection, OVER, parameters(before, most), rows -> {
            List<Object[]> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Object[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
            return found;
        });
        for (Object[] list : over) {
            for (String table : List.of("restante_chat_item", "restante_chat_series")) {
                BoundedSql.write(
                        connection,
                        "delete from " + table + " where profile = ? and kind = ? and name = ?",
                        parameters(list));
            }
        }
        return over.size();
    }

    private void locks(Instant before, int most) {
        Place from = place;
        List<Place> seen = database.one((sql, connection) ->
                BoundedSql.query(connection, BEHIND, parameters(from.profile, from.key, most), rows -> {
                    List<Place> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new Place(rows.getString(1), rows.getString(2)));
                    }
                    return found;
                }));
        if (!seen.isEmpty()) {
            Place to = seen.get(seen.size() - 1);
            database.one((sql, connection) -> BoundedSql.update(
                    connection,
                    IDLE_LOCKS,
                    parameters(from.profile, from.key, to.profile, to.key, Micros.of(before), Micros.of(before))));
        }
        place = seen.size() < most ? BEGINNING : seen.get(seen.size() - 1);
    }
}
