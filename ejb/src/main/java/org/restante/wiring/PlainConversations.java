package org.restante.wiring;

import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ChatStates;
import org.restante.conversation.Dispatcher;
import org.restante.conversation.HandoverSignal;
import org.restante.lease.LeaseKeeper;
import org.restante.settings.ConversationSettings;

/** What handles conversations in plain Java, made when it is first asked for. Thread-safe. */
final class PlainConversations implements Supplier<Dispatcher>, AutoCloseable {

    private static final ThreadFactory DAEMONS = work -> {
        Thread thread = new Thread(work, "restante-conversation");
        thread.setDaemon(true);
        return thread;
    };

    private final Supplier<ChatStates> states;
    private final ConversationSettings settings;
    private final LeaseKeeper leases = LeaseKeeper.on(DAEMONS);
    private @Nullable Dispatcher dispatcher;
    private boolean closed;

    PlainConversations(Supplier<ChatStates> states, ConversationSettings settings) {
        this.states = states;
        this.settings = settings;
    }

    @Override
    public synchronized Dispatcher get() {
        if (closed) {
            throw new IllegalStateException("it is closed");
        }
        if (dispatcher == null) {
            dispatcher = new Dispatcher(
                    states.get().turns(),
                    leases,
                    ConversationThreads.border(DAEMONS, settings.threads(), HandoverSignal.local(), Runnable::run));
        }
        return dispatcher;
    }

    /** Lets what has begun come to its end, for some seconds. */
    @Override
    public synchronized void close() {
        closed = true;
        if (dispatcher != null) {
            dispatcher.close();
        }
        leases.close();
    }
}
