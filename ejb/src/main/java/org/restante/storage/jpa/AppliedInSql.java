package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.restante.codec.Envelope;
import org.restante.entry.EntryKey;
import org.restante.storage.Applied;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;

/**
 * Mutations as statements: one for one mutation; for several, one for all puts and one for all deletes, or, where puts have
 * expectations, one after the other. The first statement that touches rows takes them in the order of their keys, so that
 * batches do not deadlock with each other.
 */
final class AppliedInSql {

    private static final Envelope NOTHING = new Envelope(new byte[0], new byte[0]);

    private final EntrySql sql;
    private final long nowMicros;

    AppliedInSql(EntrySql sql, long nowMicros) {
        this.sql = sql;
        this.nowMicros = nowMicros;
    }

    /** Whether these are all or nothing by themselves, without a transaction and its round trips. */
    boolean areOneStatement(List<Mutation> mutations) {
        return mutations.size() == 1
                || (sql.putsAllAtOnce()
                        && mutations.stream()
                                .allMatch(mutation -> mutation instanceof Mutation.Put && !isConditional(mutation)));
    }

    /** To be called in a transaction unless these are one statement; a refusal leaves it as it was before the call. */
    Applied all(Connection connection, List<Mutation> mutations) throws SQLException {
        if (mutations.size() == 1) {
            return one(connection, mutations.get(0));
        }
        List<Mutation> sorted =
                mutations.stream().sorted(Comparator.comparing(Mutation::key)).toList();
        return sorted.stream().anyMatch(AppliedInSql::isConditional)
                ? oneByOne(connection, sorted)
                : inBulk(connection, sorted);
    }

    private Applied one(Connection connection, Mutation mutation) throws SQLException {
        if (mutation instanceof Mutation.Put put) {
            OptionalLong version = sql.put(connection, put, nowMicros);
            return version.isPresent()
                    ? new Applied.Done(Map.of(put.key(), version.getAsLong()))
                    : new Applied.Refused(put.key());
        }
        sql.deleteAll(connection, List.of(mutation.key()));
        return new Applied.Done(Map.of());
    }

    private Applied oneByOne(Connection connection, List<Mutation> sorted) throws SQLException {
        Map<EntryKey, Long> versions = new HashMap<>();
        execute(connection, "savepoint restante_apply");
        for (Mutation mutation : sorted) {
            if (mutation instanceof Mutation.Delete) {
                sql.put(connection, putOrTakePlace(mutation), nowMicros);
            }
            Applied applied = one(connection, mutation);
            if (applied instanceof Applied.Done done) {
                versions.putAll(done.versions());
            } else {
                execute(connection, "rollback to savepoint restante_apply");
                return applied;
            }
        }
        return new Applied.Done(versions);
    }

    private Applied inBulk(Connection connection, List<Mutation> sorted) throws SQLException {
        List<EntryKey> deletes = sorted.stream()
                .filter(Mutation.Delete.class::isInstance)
                .map(Mutation::key)
                .toList();
        List<Mutation.Put> puts =
                sorted.stream().map(AppliedInSql::putOrTakePlace).toList();
        Map<EntryKey, Long> versions = sql.putAll(connection, puts, nowMicros);
        if (!deletes.isEmpty()) {
            sql.deleteAll(connection, deletes);
            versions.keySet().removeAll(deletes);
        }
        return new Applied.Done(versions);
    }

    /**
     * An entry that is to go is first put, empty. An absent row could not be locked in its turn otherwise; and of a batch of
     * deletes, some would overlook what another batch inserts meanwhile and others would not.
     */
    private static Mutation.Put putOrTakePlace(Mutation mutation) {
        return mutation instanceof Mutation.Put put
                ? put
                : new Mutation.Put(mutation.key(), NOTHING, Expected.anything());
    }

    private static boolean isConditional(Mutation mutation) {
        return mutation instanceof Mutation.Put put && put.expected().kind() != Expected.Kind.ANYTHING;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
