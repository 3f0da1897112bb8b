package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.restante.database.Dialect;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.StoredEntry;
import org.restante.transaction.BoundedAnswer;

/**
 * The read of several entries: one statement, which sees one moment, whatever their profiles and namespaces and however many
 * they are; on H2, one for each 65 536. The keys are three arrays, joined with the table so that each is found by the primary
 * key: asked for lists of values, H2 would go through whole namespaces. Both databases understand it.
 */
final class ManyRead {

    private static final String TEXTS = "cast(? as varchar array)";

    private static final String SELECT = "select e.header, e.payload, e.version, e.updated_at, e.profile, e.namespace,"
            + " e.entry_key from unnest(" + TEXTS + ", " + TEXTS + ", " + TEXTS + ") k (profile, namespace, entry_key)"
            + " join restante_entry e"
            + " on e.profile = k.profile and e.namespace = k.namespace and e.entry_key = k.entry_key";

    private final int mostAtOnce;
    private final List<EntryKey> wanted;
    private final int timeoutSeconds;

    ManyRead(Dialect dialect, Collection<EntryKey> keys, int timeoutSeconds) {
        this.mostAtOnce = mostAtOnce(dialect);
        this.wanted = keys.stream().distinct().toList();
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The entries under those of the keys that have one. */
    Map<EntryKey, StoredEntry> run(Connection connection) throws SQLException {
        Map<EntryKey, StoredEntry> found = new HashMap<>();
        try (BoundedAnswer bound = BoundedAnswer.ofRead(connection, timeoutSeconds);
                PreparedStatement statement = bound.prepare(SELECT)) {
            for (int from = 0; from < wanted.size(); from += mostAtOnce) {
                Parameters.keys(statement, 1, wanted.subList(from, from + Math.min(mostAtOnce, wanted.size() - from)));
                collect(statement, found);
            }
        }
        return found;
    }

    private static void collect(PreparedStatement statement, Map<EntryKey, StoredEntry> found) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                EntryKey key = new EntryKey(new ProfileId(rows.getString(5)), rows.getString(6), rows.getString(7));
                found.put(key, SingleRead.entry(rows));
            }
        }
    }

    private static int mostAtOnce(Dialect dialect) {
        return switch (dialect) {
            case H2 -> 65_536; // its arrays hold no more
            case POSTGRESQL -> Integer.MAX_VALUE;
        };
    }
}
