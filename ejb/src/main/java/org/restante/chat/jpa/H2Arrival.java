package org.restante.chat.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ConversationKey;
import org.restante.chat.TurnStore.Arrival;
import org.restante.chat.TurnStore.Beginning;
import org.restante.chat.TurnStore.Message;
import org.restante.chat.TurnStore.Taking;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/** A message comes to H2, which has no statement that takes a lock, counts on it or makes it. */
record H2Arrival(Connection connection, ConversationKey key, Arrival arrival) {

    private static final String UPDATE = "update restante_chat_lock set";
    private static final String COUNT = " queued = queued + 1, last_entry = last_entry + 1, handler = ?,"
            + " ready_at = case when ? then ? else greatest(ready_at, ?) end where profile = ? and lock_key = ?";
    private static final String TAKE = " owner = ?, token = next value for restante_chat_token, since = ?,"
            + " lease_until = ?, lease = ?, failures = failures + case when lease_until = 0 then 0 else 1 end,";
    private static final String FREE_AND_READY = "lease_until <= ? and ready_at <= ?";
    private static final String MAKE = "insert into restante_chat_lock (profile, lock_key, owner, token, since,"
            + " lease_until, lease, queued, last_entry, handler, ready_at) select s.profile, s.lock_key, s.owner,"
            + " next value for restante_chat_token, s.since, s.until, s.lease, 1, 1, s.handler, s.ready_at"
            + " from (values (cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as bigint),"
            + " cast(? as bigint), cast(? as bigint), cast(? as varchar), cast(? as bigint)))"
            + " s (profile, lock_key, owner, since, until, lease, handler, ready_at) where not exists"
            + " (select 1 from restante_chat_lock l where l.profile = s.profile and l.lock_key = s.lock_key)";

    /** Null when the lock was made or set free meanwhile. */
    ChatSql.@Nullable Place place() throws SQLException {
        boolean later = arrival.taking() == Taking.LATER;
        ChatSql.Place place = later ? counted(UPDATE + COUNT) : taken();
        if (place == null && arrival.taking() == Taking.IF_FREE) {
            place = counted(UPDATE + COUNT + " and not (" + FREE_AND_READY + ")", now(), now());
        }
        if (place == null) {
            place = made(later);
        }
        return place == null && arrival.taking() == Taking.OR_ELSE_REFUSED ? new ChatSql.Place(0, 0, 0) : place;
    }

    private ChatSql.@Nullable Place taken() throws SQLException {
        Beginning from = arrival.beginning();
        List<Object> all =
                new ArrayList<>(List.of(from.owner(), now(), Micros.of(from.leaseUntil()), Micros.of(from.lease())));
        all.addAll(counting());
        all.addAll(List.of(now(), now()));
        return changed(UPDATE + TAKE + COUNT + " and " + FREE_AND_READY, "token", all);
    }

    private ChatSql.@Nullable Place counted(String update, Object... more) throws SQLException {
        List<Object> all = new ArrayList<>(counting());
        all.addAll(Arrays.asList(more));
        return changed(update, "0", all);
    }

    private ChatSql.@Nullable Place made(boolean later) throws SQLException {
        Beginning from = arrival.beginning();
        List<Object> all = new ArrayList<>(List.of(key.profile().value(), key.key(), from.owner(), now()));
        all.addAll(List.of(later ? 0L : Micros.of(from.leaseUntil()), Micros.of(from.lease())));
        all.addAll(List.of(arrival.message().handler(), readyAt()));
        return changed(MAKE, later ? "0" : "token", all);
    }

    private List<Object> counting() {
        Message message = arrival.message();
        return List.of(
                message.handler(),
                message.pushed(),
                readyAt(),
                readyAt(),
                key.profile().value(),
                key.key());
    }

    private ChatSql.@Nullable Place changed(String change, String token, List<Object> parameters) throws SQLException {
        ChatSql.Place none = new ChatSql.Place(0, 0, 0);
        ChatSql.Place place = BoundedSql.writeAnd(
                connection,
                "select " + token + ", last_entry, failures from final table (" + change + ")",
                BoundedSql.parameters(parameters.toArray()),
                row -> row.next() ? new ChatSql.Place(row.getLong(1), row.getLong(2), row.getInt(3)) : none);
        return place.entry() == 0 ? null : place;
    }

    private long now() {
        return Micros.of(arrival.beginning().now());
    }

    private long readyAt() {
        return Micros.of(arrival.message().readyAt());
    }
}
