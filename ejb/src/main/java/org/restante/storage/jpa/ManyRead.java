package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.StoredEntry;

/**
 * The read of several entries: one statement, which sees one moment, however many they are and in whatever profiles and
 * namespaces. The keys are three parameters, so that there is no limit to their number, and are joined with the table, so
 * that each is found by the primary key: asked for lists of values, H2 would go through whole namespaces. Both databases
 * understand it.
 */
final class ManyRead {

    private static final String TEXTS = "cast(? as varchar array)";

    private static final String SELECT = "select e.header, e.payload, e.version, e.updated_at, e.profile, e.namespace,"
            + " e.entry_key from unnest(" + TEXTS + ", " + TEXTS + ", " + TEXTS + ") k (profile, namespace, entry_key)"
            + " join restante_entry e"
            + " on e.profile = k.profile and e.namespace = k.namespace and e.entry_key = k.entry_key";

    private final List<EntryKey> keys;
    private final int timeoutSeconds;

    ManyRead(Collection<EntryKey> keys, int timeoutSeconds) {
        this.keys = keys.stream().distinct().toList();
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The entries under those of the keys that have one. */
    Map<EntryKey, StoredEntry> run(Connection connection) throws SQLException {
        try (BoundedAnswer bound = new BoundedAnswer(connection, timeoutSeconds * 1000);
                PreparedStatement statement = bound.prepare(SELECT)) {
            Parameters.keys(statement, 1, keys);
            try (ResultSet rows = statement.executeQuery()) {
                return entries(rows);
            }
        }
    }

    private static Map<EntryKey, StoredEntry> entries(ResultSet rows) throws SQLException {
        Map<EntryKey, StoredEntry> found = new HashMap<>();
        while (rows.next()) {
            EntryKey key = new EntryKey(new ProfileId(rows.getString(5)), rows.getString(6), rows.getString(7));
            found.put(key, SingleRead.entry(rows));
        }
        return found;
    }
}
