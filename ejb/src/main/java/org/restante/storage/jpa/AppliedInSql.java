package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.restante.entry.EntryKey;
import org.restante.storage.Applied;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;

/**
 * Mutations as statements: one for one mutation, and in a batch one for each run of neighbours that are all deletes or all
 * unconditional puts. Rows are locked in the order of their keys, whatever is done to them, so that batches do not deadlock
 * with each other.
 */
final class AppliedInSql {

    private final EntrySql sql;
    private final long nowMicros;

    AppliedInSql(EntrySql sql, long nowMicros) {
        this.sql = sql;
        this.nowMicros = nowMicros;
    }

    Applied one(Connection connection, Mutation mutation) throws SQLException {
        Map<EntryKey, Long> versions = new HashMap<>();
        return step(connection, List.of(mutation), versions)
                ? new Applied.Done(versions)
                : new Applied.Refused(mutation.key());
    }

    /** To be called in a transaction; a refusal leaves it as it was before the call. */
    Applied all(Connection connection, List<Mutation> mutations) throws SQLException {
        if (mutations.stream().anyMatch(AppliedInSql::isConditional)) {
            execute(connection, "savepoint restante_apply");
        }
        Map<EntryKey, Long> versions = new HashMap<>();
        for (List<Mutation> run : runs(mutations)) {
            if (!step(connection, run, versions)) {
                execute(connection, "rollback to savepoint restante_apply");
                return new Applied.Refused(run.get(0).key());
            }
        }
        return new Applied.Done(versions);
    }

    private static List<List<Mutation>> runs(List<Mutation> mutations) {
        List<List<Mutation>> runs = new ArrayList<>();
        List<Mutation> run = List.of();
        for (Mutation mutation :
                mutations.stream().sorted(Comparator.comparing(Mutation::key)).toList()) {
            if (run.isEmpty() || !fit(run.get(0), mutation)) {
                run = new ArrayList<>();
                runs.add(run);
            }
            run.add(mutation);
        }
        return runs;
    }

    private static boolean fit(Mutation one, Mutation other) {
        return !isConditional(one)
                && !isConditional(other)
                && one instanceof Mutation.Put == other instanceof Mutation.Put;
    }

    private static boolean isConditional(Mutation mutation) {
        return mutation instanceof Mutation.Put put && put.expected().kind() != Expected.Kind.ANYTHING;
    }

    /** Does one run, and says whether what was there was as expected. */
    private boolean step(Connection connection, List<Mutation> run, Map<EntryKey, Long> versions) throws SQLException {
        if (!(run.get(0) instanceof Mutation.Put put)) {
            sql.deleteAll(connection, run.stream().map(Mutation::key).toList());
            return true;
        }
        if (run.size() > 1) {
            List<Mutation.Put> puts = run.stream().map(Mutation.Put.class::cast).toList();
            versions.putAll(sql.putAll(connection, puts, nowMicros));
            return true;
        }
        OptionalLong version = sql.put(connection, put, nowMicros);
        version.ifPresent(written -> versions.put(put.key(), written));
        return version.isPresent();
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
