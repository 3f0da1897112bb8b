package org.restante.chat.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.restante.storage.Statements;
import org.restante.time.Micros;

/** Runs statements on the tables of conversations, in the caller's transaction or beside it. Thread-safe. */
final class ChatDatabase {

    /** Items of a profile whose series is gone: another's that has begun meanwhile keeps its own. */
    static final String DELETE_ITEMS_LEFT = "delete from restante_chat_item i where i.profile = ? and not exists"
            + " (select 1 from restante_chat_series s where s.profile = i.profile and s.kind = i.kind and s.name = i.name)";

    /** Entries of a profile whose lock is gone. */
    static final String DELETE_ENTRIES_LEFT = "delete from restante_chat_pending p where p.profile = ? and not exists"
            + " (select 1 from restante_chat_lock l where l.profile = p.profile and l.lock_key = p.lock_key)";

    /** The end of what has none. */
    static final long NEVER = Long.MAX_VALUE;

    private final Statements statements;
    private final boolean separate;

    ChatDatabase(Statements statements, boolean separate) {
        this.statements = statements;
        this.separate = separate;
    }

    /** The same, in the caller's transactions. */
    ChatDatabase joined() {
        return new ChatDatabase(statements, false);
    }

    /** The same, beside the caller's transactions. */
    ChatDatabase beside() {
        return new ChatDatabase(statements, true);
    }

    /** Whether nothing is done in the caller's transaction. */
    boolean isSeparate() {
        return separate;
    }

    Statements statements() {
        return statements;
    }

    /** Runs one statement. */
    <T> T one(Work<T> work) {
        return statements
                .database()
                .ask(dialect -> separate
                        ? statements.separate(connection -> work.run(ChatSql.of(dialect), connection))
                        : statements.joined(connection -> work.run(ChatSql.of(dialect), connection)));
    }

    /** Runs several statements as one. */
    <T> T several(Work<T> work) {
        return statements
                .database()
                .ask(dialect -> separate
                        ? statements.separateTogether(connection -> work.run(ChatSql.of(dialect), connection))
                        : statements.joinedTogether(connection -> work.run(ChatSql.of(dialect), connection)));
    }

    /** An end as it is stored. */
    static long end(@Nullable Instant until) {
        return until == null ? NEVER : Micros.of(until);
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(ChatSql sql, Connection connection) throws SQLException;
    }
}
