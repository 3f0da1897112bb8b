package org.restante.example.signal;

import org.restante.entry.Namespaces;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.state.PreKeyRecord;
import org.signal.libsignal.protocol.state.PreKeyStore;

/** The one-time pre-keys; the library removes each with the message that uses it. */
final class PreKeys implements PreKeyStore {

    private final Records<PreKeyRecord> records;

    PreKeys(KeyTransaction tx) {
        this.records = new Records<>(tx, Namespaces.PRE_KEY, PreKeyRecord::new, PreKeyRecord::serialize);
    }

    @Override
    public PreKeyRecord loadPreKey(int id) throws InvalidKeyIdException {
        return records.require(id);
    }

    @Override
    public void storePreKey(int id, PreKeyRecord key) {
        records.put(String.valueOf(id), key);
    }

    @Override
    public boolean containsPreKey(int id) {
        return records.contains(String.valueOf(id));
    }

    @Override
    public void removePreKey(int id) {
        records.delete(String.valueOf(id));
    }
}
