package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.restante.database.Dialect;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Mutation;

/**
 * The statements on {@code restante_entry} that differ from database to database. Each is one statement whose result is
 * the answer, and none raises a unique violation out of a race, so none spoils the caller's transaction.
 */
interface EntrySql {

    /** Writes one entry if what is there is as expected: its new version, or empty when it was not. */
    OptionalLong put(Connection connection, Mutation.Put put, long nowMicros) throws SQLException;

    /** Writes several entries over whatever is there, in the order given: the new version of each. */
    Map<EntryKey, Long> putAll(Connection connection, List<Mutation.Put> puts, long nowMicros) throws SQLException;

    /** Whether {@link #putAll} is one statement, which needs no transaction to be all or nothing. */
    boolean putsAllAtOnce();

    /** Removes one entry or several, in the order given. */
    void deleteAll(Connection connection, List<EntryKey> keys) throws SQLException;

    /**
     * Removes every entry of that profile but those in the kept namespaces, in the order of their keys. Of a set for which it
     * waited it overlooks the rows that are new; when run again it finds them.
     */
    void clear(Connection connection, ProfileId profile, Set<String> kept) throws SQLException;

    /**
     * Begins a transaction in which all reads see one moment; nothing was asked in it before.
     *
     * @return what ends that again, where the connection would keep it beyond the transaction
     */
    SqlAction beginSnapshot(Connection connection) throws SQLException;

    /** Something done on a connection. */
    @FunctionalInterface
    interface SqlAction {
        void run() throws SQLException;
    }

    /** Lists the profiles that have entries, in steps over the primary key: at a cost by profiles, not by entries. */
    String profiles();

    static EntrySql of(Dialect dialect, int timeoutSeconds) {
        return switch (dialect) {
            case H2 -> new H2EntrySql(timeoutSeconds);
            case POSTGRESQL -> new PostgresEntrySql(timeoutSeconds);
        };
    }
}
