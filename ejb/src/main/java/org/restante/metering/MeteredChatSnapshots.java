package org.restante.metering;

import java.io.IOException;
import java.io.OutputStream;
import org.restante.chat.ChatSnapshots;

/** Snapshots, measured. */
record MeteredChatSnapshots(ChatSnapshots snapshots, Timing timing) implements ChatSnapshots {

    @Override
    public void write(OutputStream out) throws IOException {
        timing.done(Operation.CHAT_WRITE_SNAPSHOT, () -> snapshots.write(out));
    }

    @Override
    public void restore(Source snapshot) throws IOException {
        timing.done(Operation.CHAT_RESTORE_SNAPSHOT, () -> snapshots.restore(snapshot));
    }
}
