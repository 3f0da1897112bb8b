package org.restante.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.restante.Restante;
import org.restante.chat.ChatStates;
import org.restante.cluster.ClusterMember;
import org.restante.conversation.CurrentTurn;
import org.restante.conversation.Dispatcher;
import org.restante.conversation.HandoverSignal;
import org.restante.conversation.grid.GridSignal;
import org.restante.lease.LeaseKeeper;
import org.restante.messaging.ConversationCalls;
import org.restante.settings.Settings;

/** What handles the conversations of a server. */
@ApplicationScoped
class ConversationProducer {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Instance<ClusterMember> member; // started when it is first asked for

    @Inject
    Instance<RequestContextController> requestContexts;

    @Produces
    @Singleton
    Dispatcher dispatcher(Settings settings, ChatStates states, LeaseKeeper leases) {
        HandoverSignal signal =
                settings.usesCluster() ? new GridSignal(() -> member.get().hazelcast()) : HandoverSignal.local();
        return new Dispatcher(
                states.turns(),
                leases,
                ConversationThreads.border(threads, settings.conversation().threads(), signal, this::inRequest));
    }

    @Produces
    @Singleton
    ConversationCalls calls(Restante restante) {
        return new ConversationCalls(profile -> restante.profile(profile).conversations());
    }

    @Produces
    @Singleton
    CurrentTurn currentTurn() {
        return new CurrentTurn();
    }

    void close(@Disposes Dispatcher dispatcher) {
        dispatcher.close();
    }

    /** What is of a request is there for the time of a handling. */
    private void inRequest(Runnable work) {
        RequestContextController context = requestContexts.get();
        boolean activated = context.activate();
        try {
            work.run();
        } finally {
            if (activated) {
                context.deactivate();
            }
            requestContexts.destroy(context);
        }
    }
}
