package org.restante.retry.jpa;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Sha256;
import org.restante.entry.ProfileId;
import org.restante.retry.Retention;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryKey;
import org.restante.retry.StoredMessage;
import org.restante.storage.ReadyDatabase;
import org.restante.storage.Statements;
import org.restante.transaction.Transactions.SqlWork;

/**
 * Keeps messages as rows. Each statement commits by itself, beside the caller's transaction where there is one. A put is
 * followed by a statement that drops what is too much, and sees what all others have committed before it: while many write
 * there may be as many too many as there are writers, and none once they are done. Thread-safe.
 */
public final class DatabaseRetryCacheAdapter implements RetryCacheAdapter {

    private static final int TIMEOUT_SECONDS = 30;
    private static final int SWEPT_AT_ONCE = 1000;
    private static final int MOST_RUNS = 100;

    private final ReadyDatabase database;
    private final Statements statements;

    public DatabaseRetryCacheAdapter(Statements statements) {
        this.database = statements.database();
        this.statements = statements;
    }

    @Override
    public void put(RetryKey key, StoredMessage message, Retention retention) {
        database.ask(dialect -> {
            RetrySql sql = RetrySql.of(dialect);
            update(sql, sql.put(), statement -> {
                key(statement, key);
                statement.setLong(3, message.timestamp());
                statement.setBytes(4, message.bytes());
            });
            return trim(sql, key.profile(), retention);
        });
    }

    private int trim(RetrySql sql, ProfileId profile, Retention retention) {
        return update(sql, sql.trim(), statement -> {
            statement.setString(1, profile.value());
            statement.setLong(2, retention.oldest());
            statement.setString(3, profile.value());
            statement.setInt(4, retention.bound());
            statement.setString(5, profile.value());
        });
    }

    @Override
    public @Nullable StoredMessage get(RetryKey key) {
        Optional<StoredMessage> found = database.ask(dialect -> ask(
                "select sent_at, content from restante_retry where profile = ? and message_id = ?",
                statement -> key(statement, key),
                row -> row.next()
                        ? Optional.of(new StoredMessage(row.getLong(1), row.getBytes(2)))
                        : Optional.<StoredMessage>empty()));
        return found.orElse(null);
    }

    @Override
    public int count(ProfileId profile, long oldest) {
        return database.ask(dialect -> ask(
                "select count(*) from restante_retry where profile = ? and sent_at >= ?",
                statement -> {
                    statement.setString(1, profile.value());
                    statement.setLong(2, oldest);
                },
                DatabaseRetryCacheAdapter::number));
    }

    @Override
    public void remove(RetryKey key) {
        database.ask(dialect -> update(
                RetrySql.of(dialect),
                "delete from restante_retry where profile = ? and message_id = ?",
                statement -> key(statement, key)));
    }

    @Override
    public void clear(ProfileId profile) {
        database.ask(dialect -> {
            Binding binding = statement -> statement.setString(1, profile.value());
            update(RetrySql.of(dialect), "delete from restante_retry_attempt where profile = ?", binding);
            return update(RetrySql.of(dialect), "delete from restante_retry where profile = ?", binding);
        });
    }

    @Override
    public int attempt(Attempt attempt) {
        return database.ask(dialect -> {
            RetrySql sql = RetrySql.of(dialect);
            return again(
                    sql,
                    connection ->
                            prepared(connection, sql.attempt(), statement -> bind(statement, attempt), statement -> {
                                try (ResultSet rows = statement.executeQuery()) {
                                    return number(rows);
                                }
                            }));
        });
    }

    @Override
    public void sweep(Oldest oldest, long now) {
        database.ask(dialect -> {
            RetrySql sql = RetrySql.of(dialect);
            oldest.ofProfiles()
                    .forEach((profile, theirs) -> trim(sql, profile, new Retention(Integer.MAX_VALUE, theirs)));
            String[] swept =
                    oldest.ofProfiles().keySet().stream().map(ProfileId::value).toArray(String[]::new);
            inParts(sql, sql.sweepMessages(), statement -> {
                statement.setObject(1, swept);
                statement.setLong(2, oldest.ofOthers());
                statement.setInt(3, SWEPT_AT_ONCE);
            });
            inParts(sql, sql.sweepAttempts(), statement -> {
                statement.setLong(1, now);
                statement.setInt(2, SWEPT_AT_ONCE);
            });
            return true;
        });
    }

    /** The database is the application's. */
    @Override
    public void close() {
        // nothing was opened here
    }

    private void inParts(RetrySql sql, String statement, Binding binding) {
        int swept;
        do {
            swept = update(sql, statement, binding);
        } while (swept == SWEPT_AT_ONCE);
    }

    private int update(RetrySql sql, String statement, Binding binding) {
        return again(sql, connection -> prepared(connection, statement, binding, PreparedStatement::executeUpdate));
    }

    private <T> T ask(String question, Binding binding, Answer<T> answer) {
        return statements.separate(connection -> prepared(connection, question, binding, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return answer.read(rows);
            }
        }));
    }

    /**
     * Runs a statement again while another is faster. Never two in one transaction: the trim of a put must see what others have
     * put meanwhile, and be preceded by a put that they see.
     */
    private <T> T again(RetrySql sql, SqlWork<T> work) {
        return statements.separate(connection -> {
            for (int run = 1; ; run++) {
                try {
                    return work.run(connection);
                } catch (SQLException e) {
                    if (run == MOST_RUNS || !sql.wasSlower(e)) {
                        throw e;
                    }
                }
            }
        });
    }

    private static <T> T prepared(Connection connection, String sql, Binding binding, Execution<T> execution)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            binding.bind(statement);
            return execution.run(statement);
        }
    }

    private static void key(PreparedStatement statement, RetryKey key) throws SQLException {
        statement.setString(1, key.profile().value());
        statement.setString(2, key.id());
    }

    private static void bind(PreparedStatement statement, Attempt attempt) throws SQLException {
        key(statement, attempt.message());
        statement.setString(3, requester(attempt));
        statement.setLong(4, attempt.until());
        statement.setLong(5, attempt.now());
        statement.setInt(6, attempt.limit() + 1);
        statement.setLong(7, attempt.now());
        statement.setLong(8, attempt.until());
    }

    /** As a hash: with an id as long, a requester of full length would be too long for PostgreSQL's index. */
    private static String requester(Attempt attempt) {
        return HexFormat.of().formatHex(Sha256.of(attempt.requester().getBytes(StandardCharsets.UTF_8)));
    }

    private static int number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private interface Answer<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
