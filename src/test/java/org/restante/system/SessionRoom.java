package org.restante.system;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.restante.messaging.Conversation;

/** A session bean, of which a method handles conversations. */
@Stateless
public class SessionRoom {

    @Inject
    RoomEffects effects;

    @Conversation(
            name = "session-room",
            profile = Desk.PROFILE,
            key = "argument.conversation()",
            id = "argument.id()",
            lease = "PT3S")
    public void answer(Question question) throws SQLException {
        effects.handled("session-room", question);
    }
}
