package org.restante.web.entry;

import jakarta.ws.rs.PathParam;
import org.restante.Restante;
import org.restante.codec.Content;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.storage.Storage;
import org.restante.web.path.PathName;

/** The names in the path of a namespace. */
public class NamespacePath {

    @PathParam("profile")
    PathName profile;

    @PathParam("namespace")
    PathName namespace;

    Storage storage(Restante restante) {
        return restante.profile(profile.value()).storage();
    }

    /** The namespace, whose values are taken and given as they are. */
    Namespace<Content> contents() {
        return Namespaces.named(namespace.value(), Content.class);
    }
}
