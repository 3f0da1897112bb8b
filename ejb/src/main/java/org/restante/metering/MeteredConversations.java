package org.restante.metering;

import org.restante.conversation.Admission;
import org.restante.conversation.ConversationHandler;
import org.restante.conversation.Conversations;

/** Conversations of one profile, of which the coming of messages is measured. */
record MeteredConversations(Conversations conversations, Timing timing) implements Conversations {

    @Override
    public <M> Admission handle(String key, String id, M message, ConversationHandler<M> handler) {
        return timing.timed(Operation.CHAT_HANDLE, () -> conversations.handle(key, id, message, handler), Outcomes::of);
    }

    @Override
    public void resume(ConversationHandler<?> handler) {
        conversations.resume(handler);
    }
}
