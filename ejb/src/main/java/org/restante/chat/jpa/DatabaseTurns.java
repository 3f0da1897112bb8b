package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.restante.chat.ConversationKey;
import org.restante.chat.LockLostException;
import org.restante.chat.LockStore.Holder;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.StoredPending;
import org.restante.chat.TurnStore;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/**
 * Conversations that are handled here and there, as rows of locks and entries. A lease that ran out was a failure of the entry
 * that was first: whoever had it died over it, perhaps because of it. Thread-safe.
 */
final class DatabaseTurns implements TurnStore {

    private static final String FREE_AND_READY = " and lease_until <= ? and ready_at <= ?";

    /** A lock that was set free, and not left to run out, has 0. */
    private static final String TAKE =
            "update restante_chat_lock set owner = ?, token = %s, since = ?, lease_until = ?,"
                    + " lease = ?, failures = failures + case when lease_until = 0 then 0 else 1 end"
                    + " where profile = ? and lock_key = ? and queued > 0" + FREE_AND_READY;

    private static final String FINISH = "update restante_chat_lock set queued = queued - ?, failures = 0,"
            + " lease_until = case when queued <= ? or ready_at > ? then 0 else ? + lease end";

    private static final String READY = "select profile, lock_key, handler from restante_chat_lock"
            + " where handler = any(?) and queued > 0" + FREE_AND_READY + " order by ready_at fetch first ? rows only";

    private final ChatDatabase database;

    DatabaseTurns(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Arrived arrive(ConversationKey key, Arrival arrival) {
        return database.several((sql, connection) -> {
            ChatSql.Place place = sql.place(connection, key, arrival);
            if (place.entry() == 0) {
                return new Arrived(false, null);
            }
            put(connection, key, entry(place.entry(), arrival));
            return new Arrived(
                    true, place.token() == 0 ? null : new Begun(new LockToken(place.token()), place.failures()));
        });
    }

    /** It never expires: nobody but who handles it may lose it. */
    private static StoredPending entry(long number, Arrival arrival) {
        Beginning from = arrival.beginning();
        return new StoredPending(
                number, from.owner(), LockStrategy.QUEUE, arrival.message().content(), from.now(), StoredPending.NEVER);
    }

    private static void put(Connection connection, ConversationKey key, StoredPending entry) throws SQLException {
        BoundedSql.write(
                connection,
                "insert into restante_chat_pending (profile, lock_key, " + PendingRows.COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
                parameters(PendingRows.values(key, entry)));
    }

    @Override
    public Optional<Begun> begin(ConversationKey key, Beginning beginning) {
        long now = Micros.of(beginning.now());
        return database.one((sql, connection) -> BoundedSql.query(
                connection,
                sql.updated(TAKE.formatted(sql.nextToken()), "token, failures"),
                parameters(
                        beginning.owner(),
                        now,
                        Micros.of(beginning.leaseUntil()),
                        Micros.of(beginning.lease()),
                        key.profile().value(),
                        key.key(),
                        now,
                        now),
                row -> row.next()
                        ? Optional.of(new Begun(new LockToken(row.getLong(1)), row.getInt(2)))
                        : Optional.<Begun>empty()));
    }

    @Override
    public List<StoredPending> waiting(ConversationKey key, int most) {
        return database.one((sql, connection) -> BoundedSql.query(
                connection,
                "select " + PendingRows.COLUMNS + " from restante_chat_pending where profile = ? and lock_key = ?"
                        + " order by entry fetch first ? rows only",
                parameters(key.profile().value(), key.key(), most),
                PendingRows::all));
    }

    @Override
    public Optional<Left> finish(ConversationKey key, Holder holder, Collection<Long> handled) {
        HeldBy held = new HeldBy(key, holder);
        long now = Micros.of(holder.now());
        int many = handled.size();
        return database.several((sql, connection) -> {
            Optional<Left> left = BoundedSql.writeAnd(
                    connection,
                    sql.updated(FINISH + held.where(), "queued, lease_until, ready_at"),
                    held.parameters(many, many, now, now),
                    row -> row.next() ? Optional.of(left(row)) : Optional.<Left>empty());
            if (left.isPresent() && handled.isEmpty()) {
                return Optional.of(recounted(sql, connection, held));
            }
            if (left.isPresent() && remove(connection, key, handled) != many) {
                // counted off, but gone already: a turn before was committed, and nobody was told
                throw new LockLostException(key.key());
            }
            return left;
        });
    }

    /** Who found nothing though something was counted: somebody else has taken it. */
    private static Left recounted(ChatSql sql, Connection connection, HeldBy held) throws SQLException {
        BoundedSql.write(
                connection,
                "update restante_chat_lock set queued = (select count(*) from restante_chat_pending p where p.profile = restante_chat_lock.profile"
                        + " and p.lock_key = restante_chat_lock.lock_key)" + held.where(),
                held.parameters());
        return BoundedSql.writeAnd(
                connection,
                sql.updated(
                        "update restante_chat_lock set lease_until = case when queued = 0 then 0 else lease_until end"
                                + held.where(),
                        "queued, lease_until, ready_at"),
                held.parameters(),
                row -> row.next() ? left(row) : new Left(0, false, Instant.EPOCH));
    }

    private static Left left(ResultSet row) throws SQLException {
        return new Left(row.getInt(1), row.getLong(2) > 0, Micros.toInstant(row.getLong(3)));
    }

    private static int remove(Connection connection, ConversationKey key, Collection<Long> handled)
            throws SQLException {
        return BoundedSql.write(
                connection,
                "delete from restante_chat_pending where profile = ? and lock_key = ? and entry = any(?)",
                parameters(key.profile().value(), key.key(), handled.toArray(Long[]::new)));
    }

    @Override
    public boolean leave(ConversationKey key, Holder holder, Leaving leaving) {
        HeldBy held = new HeldBy(key, holder);
        return database.one((sql, connection) -> BoundedSql.update(
                        connection,
                        "update restante_chat_lock set lease_until = 0, ready_at = greatest(ready_at, ?),"
                                + " failures = failures + ?" + held.where(),
                        held.parameters(Micros.of(leaving.readyAt()), leaving.failed() ? 1 : 0)))
                > 0;
    }

    @Override
    public <T> T inTransaction(Duration limit, Function<Runnable, T> work) {
        return database.statements().transactions().requiresNew(limit, work);
    }

    @Override
    public List<Ready> ready(Collection<String> handlers, Instant now, int most) {
        Object[] names = handlers.toArray(String[]::new);
        return database.one((sql, connection) ->
                BoundedSql.query(connection, READY, parameters(names, Micros.of(now), Micros.of(now), most), rows -> {
                    List<Ready> found = new ArrayList<>();
                    while (rows.next()) {
                        ConversationKey key = new ConversationKey(new ProfileId(rows.getString(1)), rows.getString(2));
                        found.add(new Ready(key, rows.getString(3)));
                    }
                    return found;
                }));
    }
}
