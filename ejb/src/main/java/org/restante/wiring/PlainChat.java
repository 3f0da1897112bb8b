package org.restante.wiring;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ChatAdapter;
import org.restante.chat.ChatStates;
import org.restante.chat.jpa.DatabaseChatAdapter;
import org.restante.chat.memory.MemoryChatAdapter;
import org.restante.codec.EntryCodec;
import org.restante.settings.ChatSettings;
import org.restante.storage.StorageAdapter;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.time.ClusterClock;

/** The conversations of plain Java, made when they are first asked for. Thread-safe. */
final class PlainChat implements Supplier<ChatStates>, AutoCloseable {

    private final StorageAdapter storage;
    private final EntryCodec codec;
    private final ChatSettings settings;
    private @Nullable ChatStates states;
    private @Nullable DaemonSweeper sweeper;
    private boolean closed;

    PlainChat(StorageAdapter storage, EntryCodec codec, ChatSettings settings) {
        this.storage = storage;
        this.codec = codec;
        this.settings = settings;
    }

    /** Whether the adapter that the settings name can be opened: nothing or one problem. */
    static List<String> problems(ChatSettings settings, boolean storageInDatabase) {
        return switch (settings.adapter(storageInDatabase)) {
            case ChatSettings.MEMORY -> List.of();
            case ChatSettings.JPA ->
                storageInDatabase
                        ? List.of()
                        : List.of(ChatSettings.ADAPTER + " can be jpa only where the storage adapter is");
            default ->
                List.of(ChatSettings.ADAPTER + " must be jpa or memory, but is '" + settings.adapter(storageInDatabase)
                        + "'");
        };
    }

    @Override
    public synchronized ChatStates get() {
        if (closed) {
            throw new IllegalStateException("it is closed");
        }
        if (states == null) {
            states = states();
            sweeper = new DaemonSweeper(Sweeper.of(states));
        }
        return states;
    }

    private ChatStates states() {
        if (storage instanceof JpaStorageAdapter jpa && settings.adapter(true).equals(ChatSettings.JPA)) {
            ChatAdapter adapter = new DatabaseChatAdapter(DatabaseStatements.of(jpa.database(), jpa.transactions()));
            return new ChatStates(adapter, codec, ChatConduct.of(settings, jpa.database()::now));
        }
        ChatAdapter memory = storage instanceof JpaStorageAdapter jpa
                ? new MemoryChatAdapter(jpa.transactions())
                : new MemoryChatAdapter();
        return new ChatStates(memory, codec, ChatConduct.of(settings, ClusterClock.system()));
    }

    /** Sweeps no more. */
    @Override
    public synchronized void close() {
        closed = true;
        if (sweeper != null) {
            sweeper.close();
        }
    }
}
