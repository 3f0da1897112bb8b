package org.restante.example.signal;

import java.util.HexFormat;
import java.util.List;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.ReusedBaseKeyException;
import org.signal.libsignal.protocol.ecc.ECPublicKey;
import org.signal.libsignal.protocol.state.KyberPreKeyRecord;
import org.signal.libsignal.protocol.state.KyberPreKeyStore;

/**
 * The Kyber pre-keys, each a last resort: it stays after its use, and the same first message is refused the second time.
 * For that the namespace {@code signal-kyber-used} has an entry for each use.
 */
final class KyberPreKeys implements KyberPreKeyStore {

    private static final Namespace<Boolean> USED = Namespace.of("signal-kyber-used", Boolean.class);

    private final KeyTransaction tx;
    private final Records<KyberPreKeyRecord> records;

    KyberPreKeys(KeyTransaction tx) {
        this.tx = tx;
        this.records =
                new Records<>(tx, Namespaces.KYBER_PRE_KEY, KyberPreKeyRecord::new, KyberPreKeyRecord::serialize);
    }

    @Override
    public KyberPreKeyRecord loadKyberPreKey(int id) throws InvalidKeyIdException {
        return records.require(id);
    }

    @Override
    public List<KyberPreKeyRecord> loadKyberPreKeys() {
        throw new UnsupportedOperationException("a transaction lists no keys; the profile's storage does");
    }

    @Override
    public void storeKyberPreKey(int id, KyberPreKeyRecord key) {
        records.put(String.valueOf(id), key);
    }

    @Override
    public boolean containsKyberPreKey(int id) {
        return records.contains(String.valueOf(id));
    }

    @Override
    public void markKyberPreKeyUsed(int id, int signedPreKeyId, ECPublicKey baseKey) throws ReusedBaseKeyException {
        String use = id + "." + signedPreKeyId + "." + HexFormat.of().formatHex(baseKey.serialize());
        if (tx.get(USED, use).isPresent()) {
            throw new ReusedBaseKeyException("Kyber pre-key " + id + " was used with that base key");
        }
        tx.put(USED, use, true);
    }
}
