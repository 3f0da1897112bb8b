package org.restante.web.dedup;

import jakarta.ws.rs.PathParam;
import org.restante.Restante;
import org.restante.dedup.DedupCache;
import org.restante.web.path.PathName;

/** The names in the path of a key. */
public class KeyPath {

    @PathParam("namespace")
    PathName namespace;

    @PathParam("key")
    PathName key;

    /** The cache of the namespace. */
    DedupCache cache(Restante restante) {
        return restante.dedup(namespace.value());
    }

    /** The plain name of the namespace. */
    String namespace() {
        return namespace.value();
    }

    /** The plain key. */
    String key() {
        return key.value();
    }
}
