package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.SQLException;
import org.restante.chat.ConversationKey;
import org.restante.chat.DedupeKey;
import org.restante.chat.LockStore.Wanted;
import org.restante.chat.TurnStore.Arrival;
import org.restante.chat.TurnStore.Beginning;
import org.restante.chat.TurnStore.Taking;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/**
 * PostgreSQL. An insert that conflicts waits for the row, sees it as it is then, and has it locked until the transaction ends,
 * also where it changes nothing.
 */
final class PostgresChatSql implements ChatSql {

    private static final String ENTRIES =
            "(select count(*) from restante_chat_pending" + " where profile = ? and lock_key = ? and expires_at > ?)";
    private static final String ENQUEUE = "insert into restante_chat_pending (profile, lock_key, " + PendingRows.COLUMNS
            + ") select cast(? as varchar), cast(? as varchar), cast(? as bigint), cast(? as varchar), cast(? as varchar),"
            + " cast(? as bytea), greatest(cast(? as bigint), coalesce((select max(enqueued_at)"
            + " from restante_chat_pending where profile = ? and lock_key = ?), 0)), cast(? as bigint) where " + ENTRIES
            + " < ?";

    private static final String TAKEN =
            "excluded.lease_until > 0 and l.lease_until <= excluded.since and l.ready_at <= excluded.since";
    private static final String ARRIVE = "insert into restante_chat_lock as l (profile, lock_key, owner, token, since,"
            + " lease_until, lease, queued, last_entry, handler, ready_at)"
            + " values (?, ?, ?, nextval('restante_chat_token'), ?, ?, ?, 1, 1, ?, ?) on conflict (profile, lock_key) do update set"
            + taken("owner") + ", token = case when " + TAKEN
            + " then nextval('restante_chat_token') else l.token end," + taken("since") + "," + taken("lease_until")
            + ","
            + taken("lease") + ", failures = l.failures + case when " + TAKEN
            + " and l.lease_until > 0 then 1 else 0 end,"
            + " queued = l.queued + 1, last_entry = l.last_entry + 1, handler = excluded.handler,"
            + " ready_at = case when ? then excluded.ready_at else greatest(l.ready_at, excluded.ready_at) end";
    private static final String ARRIVED = " returning case when token = currval('restante_chat_token')"
            + " and lease_until > 0 then token else 0 end, last_entry, failures";

    private static final String PUT_VALUE =
            "insert into restante_chat_value as v (profile, kind, name, content, expires_at)"
                    + " values (?, ?, ?, ?, ?) on conflict (profile, kind, name)"
                    + " do update set content = excluded.content, expires_at = excluded.expires_at";

    private static final String SEAT =
            "insert into restante_chat_lock as l (profile, lock_key, owner, token, since, lease_until, lease)"
                    + " values (?, ?, ?, nextval('restante_chat_token'), ?, ?, ?) on conflict (profile, lock_key) do update set";

    /** What a conversation that was there before needs, for less than an insert that conflicts. */
    private static final String TAKE_AGAIN = "update restante_chat_lock set owner = ?,"
            + " token = nextval('restante_chat_token'), since = ?, lease_until = ?, lease = ?"
            + " where profile = ? and lock_key = ? and lease_until <= ? returning token";

    /** The token is made when the row is had: one that was made before the wait for it may be smaller than another's. */
    private static final String TAKE =
            SEAT + " owner = excluded.owner, token = nextval('restante_chat_token'), since = excluded.since,"
                    + " lease_until = excluded.lease_until, lease = excluded.lease where l.lease_until <= excluded.since"
                    + " returning token, 0";

    /** Where the lock was taken, the row has the token that this statement has made last. */
    private static final String TAKE_OR_COUNT = SEAT + free("owner")
            + ", token = case when l.lease_until <= excluded.since"
            + " then nextval('restante_chat_token') else l.token end," + free("since") + ","
            + free("lease_until") + "," + free("lease") + ", queued = l.queued + " + whereLive(1) + ", last_entry ="
            + " l.last_entry + " + whereLive(1)
            + " returning case when token = currval('restante_chat_token') then token else 0 end, last_entry";

    /**
     * The window is seen as it was before, so that the others of the limit stay beside the key. What another is dropping is
     * passed over: it may be in a transaction that takes its time.
     */
    private static final String MARK = "with marked as (insert into restante_chat_dedupe as d"
            + " (profile, dedupe_key, room, place) values (?, ?, ?, nextval('restante_chat_order'))"
            + " on conflict (profile, dedupe_key) do update set place = excluded.place returning d.xmax <> 0 as known),"
            + " old as (select profile, dedupe_key from restante_chat_dedupe where profile = ? and room = ?"
            + " and dedupe_key <> ? and place <= (select place from restante_chat_dedupe where profile = ? and room = ?"
            + " and dedupe_key <> ? order by place desc offset ? limit 1) for update skip locked),"
            + " gone as (delete from restante_chat_dedupe d using old"
            + " where d.profile = old.profile and d.dedupe_key = old.dedupe_key)"
            + " select known from marked";

    private static final String APPEND =
            "insert into restante_chat_series as s (profile, kind, name, first_item, last_item, expires_at)"
                    + " values (?, ?, ?, 1, 1, ?) on conflict (profile, kind, name) do update set"
                    + " last_item = s.last_item + 1, expires_at = excluded.expires_at, first_item ="
                    + " case when s.expires_at <= ? then s.last_item + 1 else greatest(s.first_item, s.last_item + 2 - ?) end"
                    + " returning first_item, last_item";

    /** Who does not want it has a lease that has ended. */
    private static String taken(String column) {
        return " " + column + " = case when " + TAKEN + " then excluded." + column + " else l." + column + " end";
    }

    private static String free(String column) {
        return " " + column + " = case when l.lease_until <= excluded.since then excluded." + column + " else l."
                + column + " end";
    }

    private static String whereLive(int number) {
        return "case when l.lease_until <= excluded.since then 0 else " + number + " end";
    }

    @Override
    public String updated(String update, String columns) {
        return update + " returning " + columns;
    }

    @Override
    public String deleted(String delete, String columns) {
        return delete + " returning " + columns;
    }

    @Override
    public String nextToken() {
        return "nextval('restante_chat_token')";
    }

    @Override
    public void putValue(Connection connection, Object... value) throws SQLException {
        BoundedSql.write(connection, PUT_VALUE, parameters(value));
    }

    @Override
    public boolean putValueIfAbsent(Connection connection, Object... value) throws SQLException {
        return BoundedSql.write(connection, PUT_VALUE + " where v.expires_at <= ?", parameters(value)) > 0;
    }

    @Override
    public Seat seat(Connection connection, ConversationKey key, Seating seating) throws SQLException {
        Wanted wanted = seating.wanted();
        long now = Micros.of(wanted.now());
        long until = Micros.of(wanted.leaseUntil());
        long lease = Micros.of(wanted.lease());
        String profile = key.profile().value();
        if (!seating.counting()) {
            long token = BoundedSql.query(
                    connection,
                    TAKE_AGAIN,
                    parameters(wanted.owner(), now, until, lease, profile, key.key(), now),
                    row -> row.next() ? row.getLong(1) : 0L);
            if (token > 0) {
                return new Seat(token, 0);
            }
        }
        return BoundedSql.query(
                connection,
                seating.counting() ? TAKE_OR_COUNT : TAKE,
                parameters(profile, key.key(), wanted.owner(), now, until, lease),
                row -> row.next() ? new Seat(row.getLong(1), row.getLong(2)) : Seat.NONE);
    }

    @Override
    public Place place(Connection connection, ConversationKey key, Arrival arrival) throws SQLException {
        Beginning beginning = arrival.beginning();
        boolean later = arrival.taking() == Taking.LATER;
        String condition = arrival.taking() == Taking.OR_ELSE_REFUSED ? " where " + TAKEN : "";
        return BoundedSql.writeAnd(
                connection,
                ARRIVE + condition + ARRIVED,
                parameters(
                        key.profile().value(),
                        key.key(),
                        beginning.owner(),
                        Micros.of(beginning.now()),
                        later ? 0 : Micros.of(beginning.leaseUntil()),
                        Micros.of(beginning.lease()),
                        arrival.message().handler(),
                        Micros.of(arrival.message().readyAt()),
                        arrival.message().pushed()),
                row -> row.next() ? new Place(row.getLong(1), row.getLong(2), row.getInt(3)) : new Place(0, 0, 0));
    }

    @Override
    public int enqueue(Connection connection, ConversationKey key, Enqueued enqueued) throws SQLException {
        return BoundedSql.writeAnd(
                connection,
                ENQUEUE + " returning " + ENTRIES,
                parameters(PendingRows.arriving(key, enqueued, true)),
                row -> row.next() ? row.getInt(1) + 1 : 0);
    }

    @Override
    public String held() {
        return " for no key update";
    }

    @Override
    public boolean mark(Connection connection, ProfileId profile, DedupeKey key, int limit) throws SQLException {
        String room = key.room();
        String place = profile.value();
        return BoundedSql.writeAnd(
                connection,
                MARK,
                parameters(place, key.value(), room, place, room, key.value(), place, room, key.value(), limit - 1),
                row -> row.next() && row.getBoolean(1));
    }

    @Override
    public long[] append(Connection connection, Object[] place, Growth growth) throws SQLException {
        return BoundedSql.writeAnd(
                connection,
                APPEND,
                parameters(place[0], place[1], place[2], growth.until(), growth.now(), growth.most()),
                row -> {
                    row.next();
                    return new long[] {row.getLong(1), row.getLong(2)};
                });
    }
}
