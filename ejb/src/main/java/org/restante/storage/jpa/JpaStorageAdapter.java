package org.restante.storage.jpa;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.restante.database.Database;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.EntryPage;
import org.restante.storage.EntryReader;
import org.restante.storage.KeyPage;
import org.restante.storage.Mutation;
import org.restante.storage.NamespaceCount;
import org.restante.storage.PageRequest;
import org.restante.storage.ReadyDatabase;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StoredEntry;
import org.restante.time.Micros;
import org.restante.transaction.Transactions;

/**
 * Entries in the shared database. Part of the caller's transaction where there is one, else each call commits by itself; a
 * refused mutation leaves the caller's transaction usable. While the database is not ready every call is refused with the reason.
 */
public final class JpaStorageAdapter implements StorageAdapter {

    private final ReadyDatabase database;
    private final Transactions transactions;
    private final int timeoutSeconds;
    private final KeyListing listing;

    /**
     * An adapter on that database.
     *
     * @param statementTimeout after which a statement that waits is given up; rounded up to seconds
     */
    public JpaStorageAdapter(Database database, Transactions transactions, Duration statementTimeout) {
        this.database = new ReadyDatabase(database, transactions);
        this.transactions = transactions;
        this.timeoutSeconds = Math.toIntExact(statementTimeout.plusMillis(999).toSeconds());
        this.listing = new KeyListing(timeoutSeconds);
    }

    /** The database that this adapter stores in. */
    public ReadyDatabase database() {
        return database;
    }

    /** The transactions that this adapter takes part in. */
    public Transactions transactions() {
        return transactions;
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
        return database.ask(dialect -> database.sql(
                keys.size() == 1
                        ? new SingleRead(keys.iterator().next(), timeoutSeconds)::run
                        : new ManyRead(dialect, keys, timeoutSeconds)::run));
    }

    @Override
    public Applied apply(List<Mutation> mutations) {
        return database.ask(dialect -> {
            AppliedInSql work = new AppliedInSql(EntrySql.of(dialect, timeoutSeconds), now());
            Transactions.SqlWork<Applied> all = connection -> work.all(connection, mutations);
            return work.areOneStatement(mutations) ? database.sql(all) : transactions.required(() -> database.sql(all));
        });
    }

    @Override
    public KeyPage keys(ProfileId profile, String namespace, PageRequest page) {
        return database.ask(
                dialect -> transactions.jpa(entityManager -> listing.keys(entityManager, profile, namespace, page)));
    }

    @Override
    public List<NamespaceCount> namespaces(ProfileId profile, int most) {
        return database.ask(dialect -> database.sql(connection -> new Inventory(connection).namespaces(profile, most)));
    }

    @Override
    public EntryPage entries(EntryPage.Query query) {
        return database.ask(dialect -> database.sql(connection -> new Inventory(connection).entries(query)));
    }

    @Override
    public List<ProfileId> profiles() {
        return database.ask(dialect -> database.sql(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    EntrySql.of(dialect, timeoutSeconds).profiles())) {
                statement.setQueryTimeout(timeoutSeconds);
                return profiles(statement);
            }
        }));
    }

    @Override
    public void clear(ProfileId profile) {
        clear(profile, Set.of(), List.of());
    }

    @Override
    public Applied clear(ProfileId profile, Set<String> kept, List<Mutation> then) {
        return database.ask(dialect -> {
            EntrySql sql = EntrySql.of(dialect, timeoutSeconds);
            AppliedInSql work = new AppliedInSql(sql, now());
            return new Clearing(sql, timeoutSeconds, profile, kept)
                    .run(
                            transactions,
                            database,
                            connection -> then.isEmpty() ? new Applied.Done(Map.of()) : work.all(connection, then));
        });
    }

    /** In the caller's transaction it is that one's isolation that says what it sees. */
    @Override
    public <T> T snapshot(ProfileId profile, Function<EntryReader, T> work) {
        return transactions.active()
                ? work.apply(this)
                : database.ask(dialect -> transactions.requiresNew(() -> database.sql(connection -> {
                    EntrySql.SqlAction end =
                            EntrySql.of(dialect, timeoutSeconds).beginSnapshot(connection);
                    try {
                        return work.apply(this);
                    } finally {
                        end.run();
                    }
                })));
    }

    private long now() {
        return Micros.of(database.now());
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
}
