package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.restante.chat.SnapshotStore;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;
import org.restante.storage.Statements;
import org.restante.transaction.BoundedAnswer;
import org.restante.transaction.Transactions;

/** Reads and writes all rows of a profile. Thread-safe. */
final class DatabaseSnapshots implements SnapshotStore {

    private static final int SECONDS = 30;

    /** Locks first, as everybody does who changes more than one of them. What came meanwhile has its lock, and stays. */
    private static final List<String> DELETES = List.of(
            "delete from restante_chat_lock where profile = ?",
            "delete from restante_chat_pending where profile = ? and not exists (select 1 from restante_chat_lock l"
                    + " where l.profile = restante_chat_pending.profile and l.lock_key = restante_chat_pending.lock_key)",
            "delete from restante_chat_dedupe where profile = ?",
            "delete from restante_chat_value where profile = ? and kind in ('subscription', 'thread', 'channel')");

    private final ChatDatabase database;

    DatabaseSnapshots(ChatDatabase database) {
        this.database = database;
    }

    /** Never again after a failure: the sink has had a part of it. */
    @Override
    public void read(ProfileId profile, Sink sink) {
        Statements statements = database.statements();
        Supplier<Integer> work =
                () -> statements.database().sql(connection -> SnapshotRows.read(connection, profile, sink));
        Transactions transactions = statements.transactions();
        statements
                .database()
                .ask(dialect -> database.isSeparate() ? transactions.requiresNew(work) : transactions.required(work));
    }

    @Override
    public void replace(ProfileId profile, Consumer<Sink> content) {
        database.several((sql, connection) -> {
            for (String delete : DELETES) {
                BoundedSql.write(connection, delete, parameters(profile.value()));
            }
            return insert(connection, profile, content);
        });
    }

    private int insert(Connection connection, ProfileId profile, Consumer<Sink> content) throws SQLException {
        SnapshotSql sql = database.statements().database().ask(SnapshotSql::new);
        try (BoundedAnswer bound = BoundedAnswer.ofWrite(connection, SECONDS);
                SnapshotInserts rows = new SnapshotInserts(bound, profile, sql)) {
            content.accept(rows);
            rows.flush();
            return 0;
        }
    }
}
