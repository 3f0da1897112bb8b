package org.restante.conversation;

import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.restante.chat.ChatAdapter;
import org.restante.chat.ChatState;
import org.restante.chat.ChatStates;
import org.restante.chat.QueueBound;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.lease.LeaseKeeper;

/** A node that handles conversations, in this process. */
final class Node implements AutoCloseable {

    private static final ProfileId PROFILE = new ProfileId("p");

    private final ChatStates states;
    private final Dispatcher dispatcher;
    private final LeaseKeeper leases;
    private final ScheduledThreadPoolExecutor executor;

    Node(String name, ChatAdapter adapter, InstantSource clock, HandoverSignal signal) {
        states = new ChatStates(
                adapter,
                new EntryCodec(PayloadCipher.none()),
                new ChatStates.Conduct(java.time.Duration.ofSeconds(30), QueueBound.DEFAULT, clock));
        leases = LeaseKeeper.on(Thread::new);
        executor = new ScheduledThreadPoolExecutor(4);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        dispatcher =
                new Dispatcher(states.turns(), leases, new Dispatcher.Border(name, executor, signal, Runnable::run));
    }

    Conversations conversations() {
        return dispatcher.of(PROFILE);
    }

    ChatState chat() {
        return states.of(PROFILE);
    }

    ChatStates states() {
        return states;
    }

    /** Leaves what it has to others. */
    void stop() {
        dispatcher.close();
    }

    /** Whether it begins nothing more. */
    boolean isStopping() {
        return executor.isShutdown();
    }

    /** As if its process had died: what it holds it holds, until the lease has run out. */
    void die() {
        executor.shutdownNow();
        leases.close();
    }

    @Override
    public void close() {
        dispatcher.close();
        leases.close();
    }
}
