package org.restante.example.signal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.restante.entry.Namespaces;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.groups.state.SenderKeyRecord;
import org.signal.libsignal.protocol.groups.state.SenderKeyStore;

/** The ratchets of groups, one for each sender; changed under a lock of the same name only. */
final class SenderKeys implements SenderKeyStore {

    private final Records<SenderKeyRecord> records;

    SenderKeys(KeyTransaction tx) {
        this.records = new Records<>(tx, Namespaces.SENDER_KEY, SenderKeyRecord::new, SenderKeyRecord::serialize);
    }

    @Override
    public void storeSenderKey(SignalProtocolAddress sender, UUID distribution, SenderKeyRecord key) {
        records.put(Addresses.senderKey(sender, distribution), key);
    }

    @Override
    public @Nullable SenderKeyRecord loadSenderKey(SignalProtocolAddress sender, UUID distribution) {
        return records.find(Addresses.senderKey(sender, distribution)).orElse(null);
    }
}
