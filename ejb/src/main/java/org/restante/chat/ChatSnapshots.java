package org.restante.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Subscriptions, dedupe windows, states of threads and channels, locks and what waits for them, of one profile, as JSON.
 * Thread-safe; of transactions and errors {@link ChatState} tells.
 */
public interface ChatSnapshots {

    /** The version of what is written; no other is read. */
    int VERSION = 1;

    /** Writes everything as it was at one moment. Nothing is held in memory but what is being written; the stream stays open. */
    void write(OutputStream out) throws IOException;

    /**
     * Puts everything that a snapshot holds in the place of what is there, in one transaction. What is not of such snapshots,
     * as values, lists and queues, stays.
     *
     * @throws InvalidSnapshotException with the path of the first fault; nothing was changed
     */
    void restore(Source snapshot) throws IOException;

    /** A snapshot that can be read from its beginning twice: it is checked first, and written then. */
    @FunctionalInterface
    interface Source {

        /** Opens it; who has read it closes it. */
        InputStream open() throws IOException;
    }
}
