package org.restante.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.restante.codec.UnreadableValueException;

/**
 * Subscriptions, dedupe windows, states of threads and channels, locks and what waits for them, of one profile, as JSON.
 * Thread-safe; of transactions and errors {@link ChatState} tells.
 */
public interface ChatSnapshots {

    /** The version of what is written; no other is read. */
    int VERSION = 1;

    /**
     * Writes everything as it was at one moment. Nothing is held in memory but what is being written; the stream stays open.
     *
     * @throws UnreadableValueException when something is damaged or encrypted with an unknown key; what was written by then is
     *     broken off, and no JSON
     */
    void write(OutputStream out) throws IOException;

    /**
     * Puts everything that a snapshot holds in the place of what is there, in one transaction. What is not of such snapshots,
     * as values, lists and queues, stays. A lock of a snapshot is its owner's again, while its lease lasts, under a new token:
     * tokens are no part of snapshots. What waits for a handler, at most 16 MiB each, is handled as if it had just come. A field that is not of this version is a fault, as is one that is missing; {@code
     * takenAt} alone need not be there.
     *
     * @throws InvalidSnapshotException with the path of the first fault; nothing was changed
     */
    void restore(Source snapshot) throws IOException;

    /** A snapshot that can be read from its beginning again and again: it is checked first, and written then. */
    @FunctionalInterface
    interface Source {

        /** Opens it; who has read it closes it. */
        InputStream open() throws IOException;
    }
}
