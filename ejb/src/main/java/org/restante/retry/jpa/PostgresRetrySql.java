package org.restante.retry.jpa;

import java.sql.SQLException;

/**
 * PostgreSQL. A trim waits for those who are dropping what it would drop: to pass over their rows would let their writers go on
 * while the rows are still there, and more be kept than the bound and one for each writer. All wait in one order. Sweeps, which
 * come again, pass over them.
 */
final class PostgresRetrySql implements RetrySql {

    @Override
    public String put() {
        return "insert into restante_retry (profile, message_id, sent_at, content) values (?, ?, ?, ?)"
                + " on conflict (profile, message_id) do update"
                + " set sent_at = excluded.sent_at, content = excluded.content";
    }

    @Override
    public String trim() {
        return "with doomed as materialized (select message_id from restante_retry where profile = ? and (sent_at < ?"
                + " or (sent_at, message_id) <= (select sent_at, message_id from restante_retry where profile = ?"
                + " order by sent_at desc, message_id desc offset ? limit 1)) order by sent_at, message_id for update)"
                + " delete from restante_retry r using doomed d where r.profile = ? and r.message_id = d.message_id";
    }

    @Override
    public String attempt() {
        return "insert into restante_retry_attempt as a (profile, message_id, requester, used, until)"
                + " values (?, ?, ?, 1, ?) on conflict (profile, message_id, requester) do update"
                + " set used = case when a.until <= ? then 1 else least(a.used + 1, ?) end,"
                + " until = case when a.until <= ? then ? else a.until end returning used";
    }

    @Override
    public String sweepMessages() {
        return "delete from restante_retry where (profile, message_id) in"
                + " (select profile, message_id from restante_retry where profile <> all(?::text[])"
                + " and sent_at < ? limit ? for update skip locked)";
    }

    @Override
    public String sweepAttempts() {
        return "delete from restante_retry_attempt where (profile, message_id, requester) in (select profile, message_id,"
                + " requester from restante_retry_attempt where until <= ? limit ? for update skip locked)";
    }

    @Override
    public boolean wasSlower(SQLException failure) {
        return false;
    }
}
