package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.restante.entry.EntryKey;
import org.restante.storage.Applied;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;

/**
 * Mutations as statements: one for one mutation, one for all deletes and one for all unconditional puts. Rows are locked in
 * the order of their keys, so that batches do not deadlock with each other.
 */
final class AppliedInSql {

    private final EntrySql sql;
    private final long nowMicros;

    AppliedInSql(EntrySql sql, long nowMicros) {
        this.sql = sql;
        this.nowMicros = nowMicros;
    }

    Applied one(Connection connection, Mutation mutation) throws SQLException {
        if (mutation instanceof Mutation.Put put) {
            OptionalLong version = sql.put(connection, put, nowMicros);
            return version.isPresent()
                    ? new Applied.Done(Map.of(put.key(), version.getAsLong()))
                    : new Applied.Refused(put.key());
        }
        sql.deleteAll(connection, List.of(mutation.key()));
        return new Applied.Done(Map.of());
    }

    /** To be called in a transaction; a refusal leaves it as it was before the call. */
    Applied all(Connection connection, List<Mutation> mutations) throws SQLException {
        List<Mutation.Put> conditional = new ArrayList<>();
        List<Mutation.Put> unconditional = new ArrayList<>();
        List<EntryKey> deletes = new ArrayList<>();
        mutations.stream().sorted((a, b) -> a.key().compareTo(b.key())).forEach(mutation -> {
            if (mutation instanceof Mutation.Put put) {
                (put.expected().kind() == Expected.Kind.ANYTHING ? unconditional : conditional).add(put);
            } else {
                deletes.add(mutation.key());
            }
        });
        Map<EntryKey, Long> versions = new HashMap<>();
        Applied conditions = conditions(connection, conditional, versions);
        if (conditions instanceof Applied.Refused) {
            return conditions;
        }
        if (!deletes.isEmpty()) {
            sql.deleteAll(connection, deletes);
        }
        if (!unconditional.isEmpty()) {
            versions.putAll(sql.putAll(connection, unconditional, nowMicros));
        }
        return new Applied.Done(versions);
    }

    private Applied conditions(Connection connection, List<Mutation.Put> puts, Map<EntryKey, Long> versions)
            throws SQLException {
        if (!puts.isEmpty()) {
            execute(connection, "savepoint restante_apply");
        }
        for (Mutation.Put put : puts) {
            OptionalLong version = sql.put(connection, put, nowMicros);
            if (version.isEmpty()) {
                execute(connection, "rollback to savepoint restante_apply");
                return new Applied.Refused(put.key());
            }
            versions.put(put.key(), version.getAsLong());
        }
        return new Applied.Done(versions);
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
