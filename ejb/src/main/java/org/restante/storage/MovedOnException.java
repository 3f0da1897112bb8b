package org.restante.storage;

import org.restante.entry.RestanteException;

/** What was read is not the same any more, so that no one moment's state can be seen. The work can be run again. */
public final class MovedOnException extends RestanteException {

    MovedOnException() {
        super("what was read was changed by others in the meantime");
    }
}
