package org.restante.conversation;

/** A handler that does given work. */
record PlainHandler<M>(String name, Class<M> type, ConversationRules rules, Work<M> work)
        implements ConversationHandler<M> {

    PlainHandler {
        ConversationHandler.requireName(name);
    }

    @Override
    public void handle(Turn<M> turn) throws Exception {
        work.handle(turn);
    }
}
