package org.restante.example.signal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.entry.Namespaces;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.state.SessionRecord;
import org.signal.libsignal.protocol.state.SessionStore;

/** The ratchets, by the address of the other side; changed under a lock of the same name only. */
final class Sessions implements SessionStore {

    private final Records<SessionRecord> records;

    Sessions(KeyTransaction tx) {
        this.records = new Records<>(tx, Namespaces.SESSION, SessionRecord::new, SessionRecord::serialize);
    }

    @Override
    public @Nullable SessionRecord loadSession(SignalProtocolAddress address) {
        return records.find(Addresses.id(address)).orElse(null);
    }

    @Override
    public List<SessionRecord> loadExistingSessions(List<SignalProtocolAddress> addresses) throws NoSessionException {
        List<SessionRecord> sessions = new ArrayList<>();
        for (SignalProtocolAddress address : addresses) {
            sessions.add(records.find(Addresses.id(address))
                    .orElseThrow(() -> new NoSessionException("no session with " + Addresses.id(address))));
        }
        return sessions;
    }

    @Override
    public List<Integer> getSubDeviceSessions(String name) {
        throw new UnsupportedOperationException("a transaction lists no keys; the profile's storage does");
    }

    @Override
    public void storeSession(SignalProtocolAddress address, SessionRecord session) {
        records.put(Addresses.id(address), session);
    }

    @Override
    public boolean containsSession(SignalProtocolAddress address) {
        SessionRecord session = loadSession(address);
        return session != null && session.hasSenderChain();
    }

    @Override
    public void deleteSession(SignalProtocolAddress address) {
        records.delete(Addresses.id(address));
    }

    @Override
    public void deleteAllSessions(String name) {
        throw new UnsupportedOperationException("each session is deleted under its own lock");
    }
}
