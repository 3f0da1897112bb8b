package org.restante.chat.jpa;

import java.util.function.Consumer;
import org.restante.chat.SnapshotStore;
import org.restante.entry.ProfileId;

/** Reads and writes all rows of a profile. Thread-safe. */
final class DatabaseSnapshots implements SnapshotStore {

    private final ChatDatabase database;

    DatabaseSnapshots(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public void read(ProfileId profile, Sink sink) {
        throw new UnsupportedOperationException(String.valueOf(database.isSeparate()));
    }

    @Override
    public void replace(ProfileId profile, Consumer<Sink> content) {
        throw new UnsupportedOperationException();
    }
}
