package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.StoredEntry;

/**
 * The read of many entries on H2. It looks into an index for a list of values of the first column only: asked for a list of
 * keys, it would go through the whole namespace, and asked for a list of profiles, through the whole table.
 */
final class H2Read {

    private static final String SELECT = "select e.header, e.payload, e.version, e.updated_at, e.profile, e.namespace,"
            + " e.entry_key from (values %s) s (profile, namespace, entry_key) join restante_entry e"
            + " on e.profile = s.profile and e.namespace = s.namespace and e.entry_key = s.entry_key";

    private static final String ROW = "(cast(? as varchar), cast(? as varchar), cast(? as varchar))";

    /** H2 takes 100 000 parameters at most. */
    private static final int MOST_KEYS = 10_000;

    private final List<EntryKey> wanted;
    private final int timeoutSeconds;

    H2Read(Collection<EntryKey> keys, int timeoutSeconds) {
        this.wanted = keys.stream().distinct().toList();
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The entries under those of the keys that have one. */
    Map<EntryKey, StoredEntry> run(Connection connection) throws SQLException {
        Map<EntryKey, StoredEntry> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += MOST_KEYS) {
            found.putAll(part(connection, wanted.subList(from, Math.min(from + MOST_KEYS, wanted.size()))));
        }
        return found;
    }

    private Map<EntryKey, StoredEntry> part(Connection connection, List<EntryKey> keys) throws SQLException {
        String select = SELECT.formatted(String.join(", ", Collections.nCopies(keys.size(), ROW)));
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setQueryTimeout(timeoutSeconds);
            for (int i = 0; i < keys.size(); i++) {
                Parameters.key(statement, 3 * i + 1, keys.get(i));
            }
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
