package org.restante.storage.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.restante.codec.HeaderGlance;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;
import org.restante.storage.EntryPage;
import org.restante.storage.EntrySummary;
import org.restante.storage.NamespaceCount;
import org.restante.time.Micros;

/** What a profile holds, read along the primary key and no further than asked for; the same SQL for every database. */
final class Inventory {

    /** From each name to the next one: as many steps as there are namespaces, however many entries they hold. */
    private static final String NAMESPACES = "with recursive n (namespace) as ("
            + "select min(namespace) from restante_entry where profile = ? union all"
            + " select (select min(e.namespace) from restante_entry e where e.profile = ? and e.namespace > n.namespace)"
            + " from n where n.namespace is not null)"
            + " select namespace from n where namespace is not null fetch first " + NamespaceCount.MOST + " rows only";

    private static final String COUNT = "select cast(? as varchar(64)) as namespace, count(*) from (select 1"
            + " from restante_entry where profile = ? and namespace = ? fetch first ? rows only) t";

    private static final String ENTRIES = "select entry_key, header, octet_length(payload), version, updated_at"
            + " from restante_entry where profile = ? and namespace = ? and entry_key > ? and entry_key >= ?"
            + " order by entry_key fetch first ? rows only";

    private final Connection connection;

    Inventory(Connection connection) {
        this.connection = connection;
    }

    /** The namespaces of a profile by their names, counted up to there. */
    List<NamespaceCount> namespaces(ProfileId profile, int most) throws SQLException {
        List<String> names = BoundedSql.query(
                connection, NAMESPACES, parameters(profile.value(), profile.value()), Inventory::names);
        if (names.isEmpty()) {
            return List.of();
        }
        String counts = String.join(" union all ", Collections.nCopies(names.size(), COUNT)) + " order by namespace";
        List<Object> values = new ArrayList<>();
        names.forEach(name -> values.addAll(List.of(name, profile.value(), name, most)));
        return BoundedSql.query(connection, counts, parameters(values.toArray()), Inventory::counts);
    }

    /** A page of entries; those of one prefix are side by side in every database's order. */
    EntryPage entries(EntryPage.Query query) throws SQLException {
        String after = query.page().after();
        Object[] values = {
            query.profile().value(),
            query.namespace(),
            after == null ? "" : after,
            query.prefix(),
            query.page().limit() + 1
        };
        return BoundedSql.query(
                connection,
                ENTRIES,
                parameters(values),
                rows -> EntryPage.of(summaries(rows, query.prefix()), query.page()));
    }

    private static List<String> names(ResultSet rows) throws SQLException {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
            names.add(rows.getString(1));
        }
        return names;
    }

    /** Without a namespace that was emptied between the statements. */
    private static List<NamespaceCount> counts(ResultSet rows) throws SQLException {
        List<NamespaceCount> counts = new ArrayList<>();
        while (rows.next()) {
            if (rows.getInt(2) > 0) {
                counts.add(new NamespaceCount(rows.getString(1), rows.getInt(2)));
            }
        }
        return counts;
    }

    private static List<EntrySummary> summaries(ResultSet rows, String prefix) throws SQLException {
        List<EntrySummary> found = new ArrayList<>();
        while (rows.next() && rows.getString(1).startsWith(prefix)) {
            found.add(new EntrySummary(
                    rows.getString(1),
                    HeaderGlance.of(rows.getBytes(2)),
                    rows.getLong(3),
                    rows.getLong(4),
                    Micros.toInstant(rows.getLong(5))));
        }
        return found;
    }
}
