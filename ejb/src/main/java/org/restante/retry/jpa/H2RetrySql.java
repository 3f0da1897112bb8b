package org.restante.retry.jpa;

import java.sql.SQLException;

/** H2: {@code merge} by key. Of two that insert one row the slower fails, having done nothing. */
final class H2RetrySql implements RetrySql {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public String put() {
        return "merge into restante_retry (profile, message_id, sent_at, content) key (profile, message_id)"
                + " values (?, ?, ?, ?)";
    }

    @Override
    public String trim() {
        return "delete from restante_retry where profile = ? and (sent_at < ?"
                + " or (sent_at, message_id) <= (select sent_at, message_id from restante_retry where profile = ?"
                + " order by sent_at desc, message_id desc offset ? rows fetch next 1 row only)) and profile = ?";
    }

    @Override
    public String attempt() {
        return "select used from final table (merge into restante_retry_attempt a using (values (cast(? as varchar),"
                + " cast(? as varchar), cast(? as varchar), cast(? as bigint))) s (profile, message_id, requester, until)"
                + " on a.profile = s.profile and a.message_id = s.message_id and a.requester = s.requester"
                + " when matched then update set used = case when a.until <= ? then 1 else least(a.used + 1, ?) end,"
                + " until = case when a.until <= ? then ? else a.until end"
                + " when not matched then insert values (s.profile, s.message_id, s.requester, 1, s.until))";
    }

    @Override
    public String sweepMessages() {
        return "delete from restante_retry where not array_contains(?, profile) and sent_at < ? fetch first ? rows only";
    }

    @Override
    public String sweepAttempts() {
        return "delete from restante_retry_attempt where until <= ? fetch first ? rows only";
    }

    @Override
    public boolean wasSlower(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState());
    }
}
