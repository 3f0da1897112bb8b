package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ConversationKey;
import org.restante.chat.HeldConversation;
import org.restante.chat.LiveLock;
import org.restante.chat.LockStore;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.StoredLock;
import org.restante.chat.StoredPending;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/**
 * Locks as rows, and a row for each entry that waits. Whoever queues an entry counts it in the row of the lock first, and has
 * that row until the end: so whoever sets the lock free either sees the entry or comes before it. Thread-safe.
 */
final class DatabaseConversations implements LockStore {

    private static final String SET_FREE =
            "update restante_chat_lock set lease_until = 0, queued = 0, failures = 0, ready_at = 0";

    /** Where nothing is counted nothing waits, and the lock is free at once. */
    private static final String NEXT = "update restante_chat_lock set"
            + " token = case when queued = 0 then token else %s end, lease_until = case when queued = 0 then 0 else ? + lease end";

    private static final String LOCK = "lock_key, owner, token, since, lease_until, lease";

    private static final String LIVE = "select lock_key, owner, since, lease_until, (select count(*)"
            + " from restante_chat_pending p where p.profile = l.profile and p.lock_key = l.lock_key and p.expires_at > ?)"
            + " from restante_chat_lock l where profile = ? and lease_until > ? order by lock_key";

    /** Rows that nobody has are swept, so the table is as long as conversations are many. */
    private static final String OLDEST = "select l.lock_key, l.owner, l.since, l.lease_until, (select count(*)"
            + " from restante_chat_pending p where p.profile = l.profile and p.lock_key = l.lock_key and p.expires_at > ?),"
            + " l.profile from (select * from restante_chat_lock where lease_until > ?"
            + " order by since, profile, lock_key fetch first ? rows only) l order by l.since, l.profile, l.lock_key";

    private final ChatDatabase database;

    DatabaseConversations(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Locking lock(ConversationKey key, Wanted wanted) {
        if (wanted.strategy() == LockStrategy.REJECT) {
            ChatSql.Seat seat =
                    database.one((sql, connection) -> sql.seat(connection, key, new ChatSql.Seating(wanted, false)));
            return seat.token() == 0 ? Locking.busy() : Locking.acquired(new LockToken(seat.token()));
        }
        return database.several((sql, connection) -> {
            ChatSql.Seat seat = sql.seat(connection, key, new ChatSql.Seating(wanted, true));
            if (seat.token() != 0) {
                return Locking.acquired(new LockToken(seat.token()));
            }
            Queueing queueing = new Queueing(sql, connection, key);
            StoredPending entry = wanted.entry(seat.entry());
            return wanted.strategy() == LockStrategy.QUEUE
                    ? queueing.queue(wanted, entry)
                    : queueing.debounce(wanted, entry);
        });
    }

    @Override
    public boolean extend(ConversationKey key, Holder holder, Duration lease) {
        HeldBy held = new HeldBy(key, holder);
        return database.one((sql, connection) -> BoundedSql.update(
                        connection,
                        "update restante_chat_lock set lease_until = ?, lease = ?" + held.where(),
                        held.parameters(Micros.of(holder.now().plus(lease)), Micros.of(lease))))
                > 0;
    }

    @Override
    public Optional<List<StoredPending>> release(ConversationKey key, Holder holder) {
        HeldBy held = new HeldBy(key, holder);
        int released = database.one((sql, connection) ->
                BoundedSql.update(connection, SET_FREE + held.where() + " and queued = 0", held.parameters()));
        if (released > 0) {
            return Optional.of(List.of());
        }
        return database.several(
                (sql, connection) -> BoundedSql.write(connection, SET_FREE + held.where(), held.parameters()) == 0
                        ? Optional.<List<StoredPending>>empty()
                        : Optional.of(new Queueing(sql, connection, key).takeAll()));
    }

    @Override
    public @Nullable Taking releaseOrTakeNext(ConversationKey key, Holder holder) {
        return database.several((sql, connection) -> Optional.ofNullable(next(sql, connection, key, holder)))
                .orElse(null);
    }

    private static @Nullable Taking next(ChatSql sql, Connection connection, ConversationKey key, Holder holder)
            throws SQLException {
        HeldBy held = new HeldBy(key, holder);
        StoredLock lock = BoundedSql.writeAnd(
                        connection,
                        sql.updated(NEXT.formatted(sql.nextToken()) + held.where(), LOCK),
                        held.parameters(Micros.of(holder.now())),
                        row -> row.next() ? Optional.of(LockRows.read(row)) : Optional.<StoredLock>empty())
                .orElse(null);
        if (lock == null) {
            return null;
        }
        if (!lock.leaseUntil().isAfter(holder.now())) {
            return new Taking(null, List.of(), null);
        }
        List<StoredPending> taken = new Queueing(sql, connection, key).take(Micros.of(holder.now()));
        boolean found = !taken.isEmpty() && !taken.get(taken.size() - 1).isExpired(holder.now());
        settle(connection, new HeldBy(key, Holder.of(lock.token(), holder.now())), found ? taken.size() : 0);
        return found
                ? new Taking(taken.get(taken.size() - 1), taken.subList(0, taken.size() - 1), lock)
                : new Taking(null, taken, null);
    }

    /** @param taken how many entries were taken, 0 where there was none */
    private static void settle(Connection connection, HeldBy held, int taken) throws SQLException {
        if (taken > 0) {
            BoundedSql.write(
                    connection,
                    "update restante_chat_lock set queued = queued - ?" + held.where(),
                    held.parameters(taken));
        } else {
            BoundedSql.write(connection, SET_FREE + held.where(), held.parameters());
        }
    }

    @Override
    public boolean guard(ConversationKey key, Holder holder) {
        HeldBy held = new HeldBy(key, holder);
        return database.one((sql, connection) -> BoundedSql.query(
                connection,
                "select 1 from restante_chat_lock" + held.where() + sql.held(),
                held.parameters(),
                ResultSet::next));
    }

    @Override
    public List<LiveLock> live(ProfileId profile, Instant now) {
        return database.one((sql, connection) -> BoundedSql.query(
                connection, LIVE, parameters(Micros.of(now), profile.value(), Micros.of(now)), rows -> {
                    List<LiveLock> locks = new ArrayList<>();
                    while (rows.next()) {
                        locks.add(LockRows.live(rows));
                    }
                    return locks;
                }));
    }

    @Override
    public List<HeldConversation> oldest(Instant now, int most) {
        return database.one((sql, connection) ->
                BoundedSql.query(connection, OLDEST, parameters(Micros.of(now), Micros.of(now), most), rows -> {
                    List<HeldConversation> held = new ArrayList<>();
                    while (rows.next()) {
                        held.add(new HeldConversation(new ProfileId(rows.getString(6)), LockRows.live(rows)));
                    }
                    return held;
                }));
    }
}
