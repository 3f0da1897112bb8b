package org.restante.wiring;

import org.restante.chat.ChatAdapter;
import org.restante.chat.ChatStates;
import org.restante.chat.jpa.DatabaseChatAdapter;
import org.restante.chat.memory.MemoryChatAdapter;
import org.restante.codec.EntryCodec;
import org.restante.metering.Capability;
import org.restante.metering.Metering;
import org.restante.settings.ChatSettings;
import org.restante.storage.StorageAdapter;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.time.ClusterClock;
import org.restante.transaction.Pause;

/** The conversations of plain Java. */
final class PlainChat {

    private PlainChat() {}

    /** Over the adapter that the settings name, on the database of the entries or in memory. */
    static PlainSwept<ChatStates> over(
            StorageAdapter storage, EntryCodec codec, ChatSettings settings, Metering metering) {
        return new PlainSwept<>(() -> made(storage, codec, settings, metering), Sweeper::of);
    }

    private static ChatStates made(StorageAdapter storage, EntryCodec codec, ChatSettings settings, Metering metering) {
        if (storage instanceof JpaStorageAdapter jpa && settings.adapter(true).equals(ChatSettings.JPA)) {
            ChatAdapter adapter = new DatabaseChatAdapter(DatabaseStatements.of(
                    jpa.database(), jpa.transactions(), metering.of(Capability.CHAT, Pause.sleeping())));
            return new ChatStates(adapter, codec, ChatConduct.of(settings, jpa.database()::now));
        }
        ChatAdapter memory = storage instanceof JpaStorageAdapter jpa
                ? new MemoryChatAdapter(jpa.transactions())
                : new MemoryChatAdapter();
        return new ChatStates(memory, codec, ChatConduct.of(settings, ClusterClock.system()));
    }
}
