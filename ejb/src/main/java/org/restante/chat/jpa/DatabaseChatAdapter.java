package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.restante.chat.ChatAdapter;
import org.restante.chat.DedupeStore;
import org.restante.chat.LockStore;
import org.restante.chat.SeriesStore;
import org.restante.chat.SnapshotStore;
import org.restante.chat.TurnStore;
import org.restante.chat.ValueStore;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;
import org.restante.storage.Statements;
import org.restante.transaction.Transactions;

/** Keeps the state of conversations as rows, in the caller's transaction or beside it. Thread-safe. */
public final class DatabaseChatAdapter implements ChatAdapter {

    /** Locks first, as everybody does who changes more than one of them; what comes meanwhile stays whole. */
    private static final List<String> CLEAR = List.of(
            "delete from restante_chat_lock where profile = ?",
            ChatDatabase.DELETE_ENTRIES_LEFT,
            "delete from restante_chat_series where profile = ?",
            ChatDatabase.DELETE_ITEMS_LEFT,
            "delete from restante_chat_dedupe where profile = ?",
            "delete from restante_chat_value where profile = ?");

    private final ChatDatabase database;
    private final ChatSweep sweep;

    /** Takes part in the caller's transactions. */
    public DatabaseChatAdapter(Statements statements) {
        this(new ChatDatabase(statements, false), new ChatSweep(new ChatDatabase(statements, true)));
    }

    private DatabaseChatAdapter(ChatDatabase database, ChatSweep sweep) {
        this.database = database;
        this.sweep = sweep;
    }

    @Override
    public ValueStore values() {
        return new DatabaseValues(database);
    }

    @Override
    public DedupeStore dedupe() {
        return new DatabaseDedupe(database);
    }

    @Override
    public SeriesStore series() {
        return new DatabaseSeries(database);
    }

    @Override
    public LockStore locks() {
        return new DatabaseConversations(database);
    }

    @Override
    public TurnStore turns() {
        return new DatabaseTurns(database);
    }

    @Override
    public SnapshotStore snapshots() {
        return new DatabaseSnapshots(database);
    }

    @Override
    public void clear(ProfileId profile) {
        database.several((sql, connection) -> {
            int cleared = 0;
            for (String delete : CLEAR) {
                cleared += BoundedSql.write(connection, delete, parameters(profile.value()));
            }
            return cleared;
        });
    }

    @Override
    public int sweep(Instant before, int most) {
        return sweep.run(before, most);
    }

    @Override
    public <T> T atomically(Function<ChatAdapter, T> work) {
        Transactions transactions = database.statements().transactions();
        ChatAdapter joined = new DatabaseChatAdapter(database.joined(), sweep);
        return database.isSeparate()
                ? transactions.requiresNew(() -> work.apply(joined))
                : transactions.required(() -> work.apply(joined));
    }

    @Override
    public ChatAdapter independent() {
        return new DatabaseChatAdapter(database.beside(), sweep);
    }

    /** The database is the application's. */
    @Override
    public void close() {
        // nothing was opened here
    }
}
