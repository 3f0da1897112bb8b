package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Mutation;

/**
 * H2: {@code merge}, which two racers for an absent key can both enter; the one that is late then finds the row there and
 * is simply run again: a failed statement on one row has done nothing, and leaves the transaction as it was.
 */
final class H2EntrySql implements EntrySql {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MOST_RUNS = 100;

    private static final String MERGE = "merge into restante_entry e using (values (cast(? as varchar),"
            + " cast(? as varchar), cast(? as varchar), cast(? as varbinary), cast(? as blob),"
            + " cast(? as bigint))) s (profile, namespace, entry_key, header, payload, updated_at)"
            + " on e.profile = s.profile and e.namespace = s.namespace and e.entry_key = s.entry_key"
            + " when matched then update set header = s.header, payload = s.payload, version = e.version + 1,"
            + " updated_at = s.updated_at"
            + " when not matched then insert values (s.profile, s.namespace, s.entry_key, s.header, s.payload,"
            + " next value for restante_entry_version, s.updated_at)";
    private static final String INSERT = "insert into restante_entry"
            + " (profile, namespace, entry_key, header, payload, version, updated_at)"
            + " values (?, ?, ?, ?, ?, next value for restante_entry_version, ?)";

    private static final PutStatement PUT = new PutStatement(
            "select version from final table (" + MERGE + ")",
            "select version from final table (" + INSERT + ")",
            "select version from final table (" + PutStatement.UPDATE + ")",
            "select version from final table (" + PutStatement.UPDATE + " and version = ?)");

    private static final String DELETE =
            "delete from restante_entry where profile = ? and namespace = ? and entry_key = ?";

    // finds the rows by the primary key, and so in its order
    private static final String CLEAR =
            "delete from restante_entry where profile = ? and not array_contains(?, namespace)";

    private static final String PROFILES = "with recursive p (profile) as ("
            + "select min(profile) from restante_entry union all"
            + " select (select min(e.profile) from restante_entry e where e.profile > p.profile)"
            + " from p where p.profile is not null)"
            + " select profile from p where profile is not null";

    private final int timeoutSeconds;

    H2EntrySql(int timeoutSeconds) {
        this.timeoutSeconds = timeoutSeconds;
    }

    @Override
    public OptionalLong put(Connection connection, Mutation.Put put, long nowMicros) throws SQLException {
        return switch (put.expected().kind()) {
            case ANYTHING -> OptionalLong.of(merge(connection, put, nowMicros));
            case ABSENT -> unlessLate(connection, put, nowMicros);
            case PRESENT, VERSION -> PUT.run(connection, put, nowMicros, timeoutSeconds);
        };
    }

    /**
     * One after the other, since only a statement on one row waits well for another's insert of its key. H2 starts a
     * statement on many over and over meanwhile, without undoing what it did: rows before that key are written again and
     * again, their versions raised each time; and read through {@code final table}, it is not undone when it fails. With a
     * JDBC batch, H2 goes on after a failure: the late row would be locked after those that follow it, and two batches could
     * wait for each other. An embedded database has no round trips to save.
     */
    @Override
    public Map<EntryKey, Long> putAll(Connection connection, List<Mutation.Put> puts, long nowMicros)
            throws SQLException {
        Map<EntryKey, Long> versions = new HashMap<>();
        for (Mutation.Put put : puts) {
            versions.put(put.key(), merge(connection, put, nowMicros));
        }
        return versions;
    }

    @Override
    public boolean putsAllAtOnce() {
        return false;
    }

    @Override
    public void deleteAll(Connection connection, List<EntryKey> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setQueryTimeout(timeoutSeconds);
            for (EntryKey key : keys) {
                Parameters.key(statement, 1, key);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void clear(Connection connection, ProfileId profile, Set<String> kept) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLEAR)) {
            statement.setQueryTimeout(timeoutSeconds);
            statement.setString(1, profile.value());
            statement.setObject(2, kept.toArray(String[]::new));
            statement.executeUpdate();
        }
    }

    /** The isolation level is the session's, and changing it ends the transaction, in which nothing was done yet. */
    @Override
    public SqlAction beginSnapshot(Connection connection) throws SQLException {
        int before = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        return () -> connection.setTransactionIsolation(before);
    }

    @Override
    public String profiles() {
        return PROFILES;
    }

    private long merge(Connection connection, Mutation.Put put, long nowMicros) throws SQLException {
        for (int run = 0; run < MOST_RUNS; run++) {
            OptionalLong version = unlessLate(connection, put, nowMicros);
            if (version.isPresent()) {
                return version.getAsLong();
            }
        }
        throw new SQLTransactionRollbackException("another was first, " + MOST_RUNS + " times", "40001");
    }

    /** The new version, or empty when another inserted that key first. */
    private OptionalLong unlessLate(Connection connection, Mutation.Put put, long nowMicros) throws SQLException {
        try {
            return PUT.run(connection, put, nowMicros, timeoutSeconds);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }
}
