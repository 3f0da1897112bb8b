package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.restante.chat.ChatAdapter;
import org.restante.chat.ChatDesk;
import org.restante.chat.ChatStates;
import org.restante.chat.jpa.DatabaseChatAdapter;
import org.restante.chat.memory.MemoryChatAdapter;
import org.restante.codec.EntryCodec;
import org.restante.database.Database;
import org.restante.metering.Capability;
import org.restante.metering.Metering;
import org.restante.settings.ChatSettings;
import org.restante.settings.Settings;
import org.restante.storage.ReadyDatabase;
import org.restante.time.ClusterClock;
import org.restante.transaction.Pause;
import org.restante.transaction.Transactions;

/** The conversations of a server, and the adapters for them that Restante brings, each made when it is first used. */
@ApplicationScoped
class ChatProducer {

    private static final String PREFIX = "chat-";
    private static final AdapterChoice.Own OWN =
            new AdapterChoice.Own(PREFIX, List.of(ChatSettings.JPA, ChatSettings.MEMORY));

    /** What the settings name. */
    static AdapterChoice<ChatAdapter> choice(Settings settings) {
        return new AdapterChoice<>(ChatAdapter.class, ChatSettings.ADAPTER, settings.chatAdapter(), OWN);
    }

    @Produces
    @Singleton
    ChatStates states(Settings settings, @Any Instance<ChatAdapter> adapters, EntryCodec codec, ClusterClock clock) {
        return new ChatStates(choice(settings).from(adapters), codec, ChatConduct.of(settings.chat(), clock));
    }

    @Produces
    @Singleton
    ChatDesk desk(ChatStates states) {
        return states.desk();
    }

    @Produces
    @ApplicationScoped
    @Named(PREFIX + ChatSettings.JPA)
    ChatAdapter jpa(Database database, Transactions transactions, Metering metering) {
        return new DatabaseChatAdapter(DatabaseStatements.of(
                new ReadyDatabase(database, transactions),
                transactions,
                metering.of(Capability.CHAT, Pause.sleeping())));
    }

    @Produces
    @ApplicationScoped
    @Named(PREFIX + ChatSettings.MEMORY)
    ChatAdapter memory(Transactions transactions) {
        return new MemoryChatAdapter(transactions);
    }
}
