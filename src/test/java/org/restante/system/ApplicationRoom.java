package org.restante.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.restante.messaging.Conversation;

/** A bean of the application, of which a method handles conversations. */
@ApplicationScoped
public class ApplicationRoom {

    @Inject
    RoomEffects effects;

    @Conversation(
            name = "application-room",
            profile = Desk.PROFILE,
            key = "argument.conversation()",
            id = "argument.id()",
            lease = "PT3S")
    public void answer(Question question) throws SQLException {
        effects.handled("application-room", question);
    }
}
