package org.restante.conversation;

import org.restante.entry.ProfileId;

/** The conversations of one profile. Thread-safe. */
record ProfileConversations(ProfileId profile, Dispatcher dispatcher) implements Conversations {

    @Override
    public <M> Admission handle(String key, String id, M message, ConversationHandler<M> handler) {
        return dispatcher.handle(profile, new ConversationPlace.Incoming(key, id), message, handler);
    }

    @Override
    public void resume(ConversationHandler<?> handler) {
        dispatcher.resume(handler);
    }
}
