package org.restante.chat;

import java.io.OutputStream;
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
    public void write(OutputStream out) {
        throw new UnsupportedOperationException(profile + "" + states.now());
    }

    @Override
    public void restore(Source snapshot) {
        throw new UnsupportedOperationException();
    }
}
