package org.restante.chat;

import org.restante.entry.RestanteException;

/** A snapshot was refused whole: nothing was changed. */
public final class InvalidSnapshotException extends RestanteException {

    private static final long serialVersionUID = 1;

    private final String path;

    /**
     * @param path where the fault is, as a JSON pointer (RFC 6901); empty for the whole
     * @param problem what is wrong there, without the path
     */
    public InvalidSnapshotException(String path, String problem) {
        super((path.isEmpty() ? "the snapshot" : path) + " " + problem);
        this.path = path;
    }

    /** Where the fault is, as a JSON pointer. */
    public String path() {
        return path;
    }
}
