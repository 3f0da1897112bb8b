package org.restante.web.chat;

import jakarta.ws.rs.PathParam;
import org.restante.Restante;
import org.restante.chat.ChatState;
import org.restante.web.path.PathName;

/** The profile in a path. */
public class ChatPath {

    @PathParam("profile")
    PathName profile;

    /** The plain name of the profile. */
    String profile() {
        return profile.value();
    }

    /** The conversations of the profile. */
    ChatState chat(Restante restante) {
        return restante.profile(profile.value()).chat();
    }
}
