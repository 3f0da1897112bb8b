package org.restante.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.restante.conversation.ConversationHandler;
import org.restante.conversation.ConversationRules;
import org.restante.conversation.ConversationStrategy;
import org.restante.conversation.Turn;

/** A bean that is a handler. */
@ApplicationScoped
public class HandlerRoom implements ConversationHandler<Question> {

    @Inject
    RoomEffects effects;

    @Override
    public String name() {
        return "handler-room";
    }

    @Override
    public Class<Question> type() {
        return Question.class;
    }

    @Override
    public ConversationRules rules() {
        return ConversationRules.of(ConversationStrategy.QUEUE).withLease(Duration.ofSeconds(3));
    }

    @Override
    public void handle(Turn<Question> turn) throws Exception {
        effects.handled(name(), turn.message());
    }
}
