package org.restante.storage;

import org.restante.entry.EntryKey;
import org.restante.entry.RestanteException;

/** An entry of a critical namespace is there and cannot be read. It is kept as it is. */
public final class UnreadableEntryException extends RestanteException {

    private final transient EntryKey key;
    private final String reason;

    public UnreadableEntryException(EntryKey key, String reason) {
        super("the critical entry " + key + " is unreadable: " + reason);
        this.key = key;
        this.reason = reason;
    }

    public EntryKey key() {
        return key;
    }

    public String reason() {
        return reason;
    }
}
