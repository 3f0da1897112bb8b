package org.restante.audit.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.audit.AuditEntry;
import org.restante.audit.AuditPage;
import org.restante.audit.AuditPlace;
import org.restante.audit.AuditRecord;
import org.restante.audit.AuditTrail;
import org.restante.storage.BoundedSql;
import org.restante.storage.Statements;
import org.restante.time.Micros;
import org.restante.transaction.Transactions.SqlWork;

/** Keeps records as rows, one insert each; the same statements on every database. Thread-safe. */
public final class DatabaseAuditTrail implements AuditTrail {

    private static final int PART = 500;

    private static final String INSERT =
            "insert into restante_audit (recorded_at, who, action, subject, reason) values (?, ?, ?, ?, ?)";
    private static final String PAGE = "select entry, recorded_at, who, action, subject, reason from restante_audit"
            + " where (recorded_at, entry) < (?, ?) order by recorded_at desc, entry desc fetch first ? rows only";
    private static final String SWEEP = "delete from restante_audit where entry in (select entry from restante_audit"
            + " where recorded_at < ? order by recorded_at, entry fetch first ? rows only)";

    private final Statements statements;
    private final Duration retention;
    private final InstantSource clock;

    /**
     * A trail that is kept so long.
     *
     * @param clock the time of the database
     */
    public DatabaseAuditTrail(Statements statements, Duration retention, InstantSource clock) {
        this.statements = statements;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void record(AuditEntry entry) {
        long now = Micros.of(clock.instant());
        run(connection -> BoundedSql.write(
                connection,
                INSERT,
                BoundedSql.parameters(now, entry.who(), entry.action(), entry.subject(), entry.reason())));
    }

    @Override
    public AuditPage page(@Nullable AuditPlace before, int limit) {
        AuditPage.requireLimit(limit);
        long at = before == null ? Long.MAX_VALUE : Micros.of(before.at());
        long number = before == null ? Long.MAX_VALUE : before.number();
        return AuditPage.of(
                run(connection -> BoundedSql.query(
                        connection, PAGE, BoundedSql.parameters(at, number, limit + 1), DatabaseAuditTrail::records)),
                limit);
    }

    @Override
    public boolean sweep() {
        long before = Micros.of(clock.instant().minus(retention));
        return run(connection -> BoundedSql.update(connection, SWEEP, BoundedSql.parameters(before, PART))) == PART;
    }

    private static List<AuditRecord> records(ResultSet rows) throws SQLException {
        List<AuditRecord> records = new ArrayList<>();
        while (rows.next()) {
            records.add(new AuditRecord(
                    rows.getLong(1),
                    Micros.toInstant(rows.getLong(2)),
                    new AuditEntry(rows.getString(3), rows.getString(4), rows.getString(5), rows.getString(6))));
        }
        return records;
    }

    private <T> T run(SqlWork<T> work) {
        return statements.database().ask(dialect -> statements.joined(work));
    }
}
