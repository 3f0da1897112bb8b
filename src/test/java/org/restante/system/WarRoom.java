package org.restante.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.restante.messaging.Conversation;

/** A bean in a WAR, of which a method handles conversations. */
@ApplicationScoped
public class WarRoom {

    @Inject
    RoomEffects effects;

    @Conversation(
            name = "war-room",
            profile = Desk.PROFILE,
            key = "argument.conversation()",
            id = "argument.id()",
            lease = "PT3S")
    public void answer(Question question) throws SQLException {
        effects.handled("war-room", question);
    }
}
