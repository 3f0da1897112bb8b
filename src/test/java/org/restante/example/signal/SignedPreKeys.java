package org.restante.example.signal;

import java.util.List;
import org.restante.entry.Namespaces;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.state.SignedPreKeyRecord;
import org.signal.libsignal.protocol.state.SignedPreKeyStore;

/** The signed pre-keys; whoever replaces one removes the old one when no message to it can be under way. */
final class SignedPreKeys implements SignedPreKeyStore {

    private final Records<SignedPreKeyRecord> records;

    SignedPreKeys(KeyTransaction tx) {
        this.records =
                new Records<>(tx, Namespaces.SIGNED_PRE_KEY, SignedPreKeyRecord::new, SignedPreKeyRecord::serialize);
    }

    @Override
    public SignedPreKeyRecord loadSignedPreKey(int id) throws InvalidKeyIdException {
        return records.require(id);
    }

    @Override
    public List<SignedPreKeyRecord> loadSignedPreKeys() {
        throw new UnsupportedOperationException("a transaction lists no keys; the profile's storage does");
    }

    @Override
    public void storeSignedPreKey(int id, SignedPreKeyRecord key) {
        records.put(String.valueOf(id), key);
    }

    @Override
    public boolean containsSignedPreKey(int id) {
        return records.contains(String.valueOf(id));
    }

    @Override
    public void removeSignedPreKey(int id) {
        records.delete(String.valueOf(id));
    }
}
