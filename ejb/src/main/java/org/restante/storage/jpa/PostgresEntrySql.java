package org.restante.storage.jpa;

import java.io.EOFException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Mutation;

/** PostgreSQL: {@code on conflict} for single rows, one statement over arrays for many. */
final class PostgresEntrySql implements EntrySql {

    private static final String INSERT =
            "insert into restante_entry as e (profile, namespace, entry_key, header, payload, version, updated_at) ";
    private static final String NEW_VERSION = "nextval('restante_entry_version')";
    private static final String ROW = "values (?, ?, ?, ?, ?, " + NEW_VERSION + ", ?)";
    private static final String OVERWRITE = " on conflict (profile, namespace, entry_key) do update"
            + " set header = excluded.header, payload = excluded.payload,"
            + " version = e.version + 1, updated_at = excluded.updated_at returning ";

    private static final PutStatement PUT = new PutStatement(
            INSERT + ROW + OVERWRITE + "version",
            INSERT + ROW + " on conflict do nothing returning version",
            PutStatement.UPDATE + " returning version",
            PutStatement.UPDATE + " and version = ? returning version");

    private static final String PUT_ALL = INSERT
            + "select t.*, " + NEW_VERSION
            + ", ? from unnest(?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[]) t"
            + OVERWRITE + "profile, namespace, entry_key, version";

    private static final String DELETE =
            "delete from restante_entry where profile = ? and namespace = ? and entry_key = ?";

    // by key and not by ctid: who waited for another's update must find the row in its new place
    private static final String DELETE_ALL = "with doomed as materialized (select e.profile, e.namespace, e.entry_key"
            + " from restante_entry e"
            + " join unnest(?::text[], ?::text[], ?::text[]) with ordinality t (profile, namespace, entry_key, n)"
            + " using (profile, namespace, entry_key) order by t.n for update of e)"
            + " delete from restante_entry e using doomed d"
            + " where e.profile = d.profile and e.namespace = d.namespace and e.entry_key = d.entry_key";

    private static final String CLEAR = "with locked as materialized (select entry_key from restante_entry"
            + " where profile = ? and namespace <> all(?::text[]) order by namespace, entry_key for update)"
            + " delete from restante_entry where profile = ? and namespace <> all(?::text[])"
            + " and (select count(*) from locked) > 0";

    private static final String PROFILES = "with recursive p (profile) as ("
            + "(select profile from restante_entry order by profile limit 1) union all"
            + " select (select e.profile from restante_entry e where e.profile > p.profile order by e.profile limit 1)"
            + " from p where p.profile is not null)"
            + " select profile from p where profile is not null";

    private final int timeoutSeconds;

    PostgresEntrySql(int timeoutSeconds) {
        this.timeoutSeconds = timeoutSeconds;
    }

    @Override
    public OptionalLong put(Connection connection, Mutation.Put put, long nowMicros) throws SQLException {
        try {
            return PUT.run(connection, put, nowMicros, timeoutSeconds);
        } catch (SQLException e) {
            if (e.getCause() instanceof EOFException) {
                // the server had forgotten the prepared statement; the driver sent it anew, but had read the stream
                return PUT.run(connection, put, nowMicros, timeoutSeconds);
            }
            throw e;
        }
    }

    @Override
    public Map<EntryKey, Long> putAll(Connection connection, List<Mutation.Put> puts, long nowMicros)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT_ALL)) {
            statement.setQueryTimeout(timeoutSeconds);
            statement.setLong(1, nowMicros);
            Parameters.keys(statement, 2, puts.stream().map(Mutation.Put::key).toList());
            statement.setObject(
                    5, puts.stream().map(put -> put.envelope().header()).toArray(byte[][]::new));
            statement.setObject(
                    6,
                    puts.stream().map(put -> put.envelope().payload().toArray()).toArray(byte[][]::new));
            try (ResultSet result = statement.executeQuery()) {
                return versions(result);
            }
        }
    }

    @Override
    public boolean putsAllAtOnce() {
        return true;
    }

    @Override
    public void deleteAll(Connection connection, List<EntryKey> keys) throws SQLException {
        if (keys.size() == 1) {
            delete(connection, keys.get(0));
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE_ALL)) {
            statement.setQueryTimeout(timeoutSeconds);
            Parameters.keys(statement, 1, keys);
            statement.executeUpdate();
        }
    }

    @Override
    public void clear(Connection connection, ProfileId profile, Set<String> kept) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLEAR)) {
            statement.setQueryTimeout(timeoutSeconds);
            for (int first : new int[] {1, 3}) {
                statement.setString(first, profile.value());
                statement.setObject(first + 1, kept.toArray(String[]::new));
            }
            statement.executeUpdate();
        }
    }

    @Override
    public SqlAction beginSnapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
        return () -> {};
    }

    @Override
    public String profiles() {
        return PROFILES;
    }

    private void delete(Connection connection, EntryKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setQueryTimeout(timeoutSeconds);
            Parameters.key(statement, 1, key);
            statement.executeUpdate();
        }
    }

    private static Map<EntryKey, Long> versions(ResultSet result) throws SQLException {
        Map<EntryKey, Long> versions = new HashMap<>();
        while (result.next()) {
            EntryKey key = new EntryKey(new ProfileId(result.getString(1)), result.getString(2), result.getString(3));
            versions.put(key, result.getLong(4));
        }
        return versions;
    }
}
