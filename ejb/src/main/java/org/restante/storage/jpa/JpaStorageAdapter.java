package org.restante.storage.jpa;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.restante.database.Database;
import org.restante.database.DatabaseState;
import org.restante.database.Dialect;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.KeyPage;
import org.restante.storage.Mutation;
import org.restante.storage.PageRequest;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.StoredEntry;
import org.restante.time.Micros;
import org.restante.transaction.Transactions;

/**
 * Entries in the shared database. Part of the caller's transaction where there is one, else each call commits by itself; a
 * refused mutation leaves the caller's transaction usable. While the database is not ready every call throws {@link
 * StorageUnavailableException} with the reason.
 */
public final class JpaStorageAdapter implements StorageAdapter {

    private final Database database;
    private final Transactions transactions;
    private final int timeoutSeconds;
    private final EntryReads reads;

    /**
     * An adapter on that database.
     *
     * @param statementTimeout after which a statement that waits is given up; rounded up to seconds
     */
    public JpaStorageAdapter(Database database, Transactions transactions, Duration statementTimeout) {
        this.database = database;
        this.transactions = transactions;
        this.timeoutSeconds = Math.toIntExact(statementTimeout.plusMillis(999).toSeconds());
        this.reads = new EntryReads(timeoutSeconds);
    }

    @Override
    public String name() {
        return "jpa";
    }

    @Override
    public Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return ask(dialect -> sql(
                keys.size() == 1
                        ? new SingleRead(keys.iterator().next(), timeoutSeconds)::run
                        : new ManyRead(dialect, keys, timeoutSeconds)::run));
    }

    @Override
    public Applied apply(List<Mutation> mutations) {
        return ask(dialect -> {
            AppliedInSql work = new AppliedInSql(EntrySql.of(dialect, timeoutSeconds), now());
            Transactions.SqlWork<Applied> all = connection -> work.all(connection, mutations);
            return work.areOneStatement(mutations) ? sql(all) : transactions.required(() -> sql(all));
        });
    }

    @Override
    public KeyPage keys(ProfileId profile, String namespace, PageRequest page) {
        return ask(dialect -> transactions.jpa(entityManager -> reads.keys(entityManager, profile, namespace, page)));
    }

    @Override
    public List<ProfileId> profiles() {
        return ask(dialect -> sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    EntrySql.of(dialect, timeoutSeconds).profiles())) {
                statement.setQueryTimeout(timeoutSeconds);
                return profiles(statement);
            }
        }));
    }

    @Override
    public void clear(ProfileId profile) {
        ask(dialect -> sql(connection -> {
            EntrySql.of(dialect, timeoutSeconds).clear(connection, profile);
            return true;
        }));
    }

    private long now() {
        return Micros.of(database.clock().instant());
    }

    private static List<ProfileId> profiles(PreparedStatement statement) throws SQLException {
        List<ProfileId> profiles = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                profiles.add(new ProfileId(result.getString(1)));
            }
        }
        return profiles;
    }

    private <T> T ask(Function<Dialect, T> work) {
        DatabaseState state = database.state();
        if (state instanceof DatabaseState.NotReady notReady) {
            throw new StorageUnavailableException(notReady.reason(), null);
        }
        try {
            return work.apply(((DatabaseState.Ready) state).dialect());
        } catch (PersistenceException | TransactionalException e) {
            throw new StorageUnavailableException("the database failed", e);
        }
    }

    private <T> T sql(Transactions.SqlWork<T> work) {
        try {
            return transactions.jdbc(work);
        } catch (SQLException e) {
            throw new StorageUnavailableException("the database failed with SQLState " + e.getSQLState(), e);
        }
    }
}
