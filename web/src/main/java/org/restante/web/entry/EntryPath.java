package org.restante.web.entry;

import jakarta.ws.rs.PathParam;
import org.restante.web.path.PathName;

/** The names in the path of an entry. */
public class EntryPath extends NamespacePath {

    @PathParam("key")
    PathName key;
}
