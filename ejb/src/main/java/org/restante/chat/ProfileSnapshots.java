package org.restante.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.restante.entry.ProfileId;

/** The snapshots of one profile. Thread-safe. */
final class ProfileSnapshots implements ChatSnapshots {

    private final ProfileId profile;
    private final ChatStates states;

    ProfileSnapshots(ProfileId profile, ChatStates states) {
        this.profile = profile;
        this.states = states;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        SnapshotWriter.write(profile, states, out);
    }

    /** The check comes before the transaction: a fault does not mark the caller's for rollback. */
    @Override
    public void restore(Source snapshot) throws IOException {
        read(snapshot, new SnapshotCheck());
        try {
            states.adapter().snapshots().replace(profile, sink -> readUnchecked(snapshot, sink));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void readUnchecked(Source snapshot, SnapshotStore.Sink sink) {
        try {
            read(snapshot, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Source snapshot, SnapshotStore.Sink sink) throws IOException {
        try (InputStream in = snapshot.open()) {
            SnapshotReader.read(in, profile, states.codec(), sink);
        }
    }
}
