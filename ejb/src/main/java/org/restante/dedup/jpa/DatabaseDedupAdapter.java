package org.restante.dedup.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.ClaimAttempt;
import org.restante.dedup.ClaimPage;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.HashedKey;
import org.restante.dedup.StoredClaim;
import org.restante.dedup.StoredClaim.Completion;
import org.restante.storage.BoundedSql;
import org.restante.storage.BoundedSql.Binding;
import org.restante.storage.Statements;
import org.restante.time.Micros;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;

/** Keeps claims as rows, in the caller's transaction or beside it. Thread-safe. */
public final class DatabaseDedupAdapter implements DedupAdapter {

    /** Once more for a row that was changed or swept meanwhile; if it is still there, another is at it. */
    private static final int ROUNDS = 2;

    /** A row that is forgotten is in a sweep's hands, which are quick, or in those of a transaction that began in time. */
    private static final long LONGEST_SWEEP = TimeUnit.SECONDS.toNanos(1);

    private static final Ticker TICKER = Ticker.system();
    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final String WHERE_LIVE =
            " where namespace = ? and key_hash = ? and token = ? and receipt is null and until > ?";
    private static final String COMPLETE = "update restante_dedup set receipt = ?, since = ?, until = ?,"
            + " forget_after = greatest(forget_after, ?)" + WHERE_LIVE;
    private static final String FIND =
            "select " + ClaimRows.READ + " from restante_dedup where namespace = ? and key_hash = ?";
    private static final String IN_FLIGHT = "select " + ClaimRows.READ + " from restante_dedup where namespace = ?"
            + " and receipt is null and until > ? and (since, dedup_key) > (?, ?) order by since, dedup_key"
            + " fetch first ? rows only";

    private final Statements statements;
    private final boolean separate;

    /** Takes part in the caller's transactions. */
    public DatabaseDedupAdapter(Statements statements) {
        this(statements, false);
    }

    private DatabaseDedupAdapter(Statements statements, boolean separate) {
        this.statements = statements;
        this.separate = separate;
    }

    @Override
    public DedupAdapter independent() {
        return new DatabaseDedupAdapter(statements, true);
    }

    @Override
    public @Nullable StoredClaim claim(ClaimAttempt wanted) {
        StoredClaim first = StoredClaim.first(wanted);
        long begun = TICKER.nanos();
        boolean forgotten = false;
        for (int round = 1; ; round++) {
            StoredClaim standing = insertedOrFound(wanted.key(), first).orElse(null);
            StoredClaim next = following(standing, wanted);
            if (standing != null && next == null) {
                return standing;
            }
            if (standing != null && next != null) {
                if (replaced(wanted.key(), new DedupSql.Replacement(standing, next))) {
                    return next;
                }
                forgotten = next.attempt() == 1;
            }
            if (round >= ROUNDS && !(forgotten && pausedSince(begun))) {
                return null;
            }
        }
    }

    /** The claim that can take the place of the one that is there, if that is not the wanted one itself. */
    private static @Nullable StoredClaim following(@Nullable StoredClaim standing, ClaimAttempt wanted) {
        return standing == null || standing.token().equals(wanted.token()) ? null : standing.next(wanted);
    }

    private boolean replaced(HashedKey key, DedupSql.Replacement replacement) {
        return run((sql, connection) -> sql.replace(connection, key, replacement));
    }

    /** Whether a sweep may still be at it, and there was a pause for that. */
    private static boolean pausedSince(long begun) {
        try {
            Pause.sleeping().of(PAUSE);
            return TICKER.nanos() - begun < LONGEST_SWEEP;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nothing where another is inserting, or has just swept. */
    private Optional<StoredClaim> insertedOrFound(HashedKey key, StoredClaim first) {
        return run(
                (sql, connection) -> sql.insert(connection, key, first) ? Optional.of(first) : find(connection, key));
    }

    @Override
    public Optional<StoredClaim> find(HashedKey key) {
        return run((sql, connection) -> find(connection, key));
    }

    private static Optional<StoredClaim> find(Connection connection, HashedKey key) throws SQLException {
        return BoundedSql.query(
                connection,
                FIND,
                statement -> ClaimRows.place(statement, 1, key),
                row -> row.next() ? Optional.of(ClaimRows.read(key.key().namespace(), row)) : Optional.empty());
    }

    @Override
    public boolean complete(Held claim, Completion completion) {
        return written(COMPLETE, statement -> {
            statement.setBytes(1, completion.receipt());
            statement.setLong(2, Micros.of(claim.now()));
            statement.setLong(3, Micros.of(completion.until()));
            statement.setLong(4, Micros.of(completion.until()));
            held(statement, 5, claim);
        });
    }

    @Override
    public boolean release(Held claim) {
        return written("delete from restante_dedup" + WHERE_LIVE, statement -> held(statement, 1, claim));
    }

    @Override
    public @Nullable Instant renew(Held claim) {
        Binding binding = statement -> {
            statement.setLong(1, Micros.of(claim.now()));
            statement.setLong(2, Micros.of(claim.now()));
            held(statement, 3, claim);
        };
        Optional<Instant> until = run((sql, connection) -> BoundedSql.query(
                connection,
                sql.renew(),
                binding,
                row -> row.next() ? Optional.of(Micros.toInstant(row.getLong(1))) : Optional.<Instant>empty()));
        return until.orElse(null);
    }

    @Override
    public List<StoredClaim> inFlight(String namespace, ClaimPage.Request page, Instant now) {
        ClaimPage.Place after = page.after();
        Binding binding = statement -> {
            statement.setString(1, namespace);
            statement.setLong(2, Micros.of(now));
            statement.setLong(3, after == null ? Long.MIN_VALUE : Micros.of(after.since()));
            statement.setString(4, after == null ? "" : after.key());
            statement.setInt(5, page.limit() + 1);
        };
        return run(
                (sql, connection) -> BoundedSql.query(connection, IN_FLIGHT, binding, rows -> claims(namespace, rows)));
    }

    @Override
    public List<StoredClaim> allInFlight(Instant now, Set<Duration> retentions, int most) {
        AllInFlight wanted = AllInFlight.at(now, retentions, most);
        return run((sql, connection) ->
                BoundedSql.query(connection, wanted.sql(), wanted.parameters(), AllInFlight::claims));
    }

    private static List<StoredClaim> claims(String namespace, ResultSet rows) throws SQLException {
        List<StoredClaim> claims = new ArrayList<>();
        while (rows.next()) {
            claims.add(ClaimRows.read(namespace, rows));
        }
        return claims;
    }

    @Override
    public int sweep(Instant before, int most) {
        return run((sql, connection) -> BoundedSql.update(connection, sql.sweep(), statement -> {
            statement.setLong(1, Micros.of(before));
            statement.setInt(2, most);
        }));
    }

    /** The database is the application's. */
    @Override
    public void close() {
        // nothing was opened here
    }

    private boolean written(String write, Binding binding) {
        return run((sql, connection) -> BoundedSql.update(connection, write, binding)) > 0;
    }

    private static void held(PreparedStatement statement, int index, Held claim) throws SQLException {
        int next = ClaimRows.place(statement, index, claim.key());
        statement.setString(next, claim.token().value());
        statement.setLong(next + 1, Micros.of(claim.now()));
    }

    private <T> T run(Work<T> work) {
        return statements
                .database()
                .ask(dialect -> separate
                        ? statements.separate(connection -> work.run(DedupSql.of(dialect), connection))
                        : statements.joined(connection -> work.run(DedupSql.of(dialect), connection)));
    }

    private interface Work<T> {
        T run(DedupSql sql, Connection connection) throws SQLException;
    }
}
