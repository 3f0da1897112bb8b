package org.restante.web.chat;

import jakarta.ws.rs.PathParam;
import org.restante.web.path.PathName;

/** The names in the path of something that has a key. */
public class ChatKeyPath extends ChatPath {

    @PathParam("key")
    PathName key;

    /** The plain key. */
    String key() {
        return key.value();
    }
}
