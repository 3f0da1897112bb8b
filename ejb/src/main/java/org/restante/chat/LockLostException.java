package org.restante.chat;

import org.restante.entry.RestanteException;

/** Who says to hold a conversation does not, or not any more: what was to be done under its lock was not. */
public final class LockLostException extends RestanteException {

    private static final long serialVersionUID = 1;

    public LockLostException(String key) {
        super("the lock of " + key + " is not held with that token any more");
    }
}
