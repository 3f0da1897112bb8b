package org.restante.example.signal;

import org.restante.Profile;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyType;
import org.signal.libsignal.protocol.state.KyberPreKeyRecord;
import org.signal.libsignal.protocol.state.PreKeyBundle;
import org.signal.libsignal.protocol.state.PreKeyRecord;
import org.signal.libsignal.protocol.state.SignedPreKeyRecord;

/** One device of a user: a profile with an identity. Thread-safe. */
public final class SignalAccount {

    /** The lock of everything that one publishes. */
    static final String LOCK = "signal-identity";

    private final Profile profile;

    public SignalAccount(Profile profile) {
        this.profile = profile;
    }

    /**
     * New keys with which another starts a session, stored here before anybody sees their public halves. The first call
     * makes the identity too.
     *
     * @param id of the pre-key, the signed pre-key and the Kyber pre-key; what had it is replaced
     */
    public PreKeyBundle publish(int device, int id) {
        return profile.keyStore().transaction(LOCK, tx -> published(tx, device, id));
    }

    private static PreKeyBundle published(KeyTransaction tx, int device, int id) {
        OwnIdentity own = OwnIdentity.createdOnce(tx);
        IdentityKeyPair identity = own.keyPair();
        long now = System.currentTimeMillis();
        ECKeyPair oneTime = ECKeyPair.generate();
        ECKeyPair signed = ECKeyPair.generate();
        KEMKeyPair kyber = KEMKeyPair.generate(KEMKeyType.KYBER_1024);
        byte[] signature = identity.getPrivateKey()
                .calculateSignature(signed.getPublicKey().serialize());
        byte[] kyberSignature =
                identity.getPrivateKey().calculateSignature(kyber.getPublicKey().serialize());
        new PreKeys(tx).storePreKey(id, new PreKeyRecord(id, oneTime));
        new SignedPreKeys(tx).storeSignedPreKey(id, new SignedPreKeyRecord(id, now, signed, signature));
        new KyberPreKeys(tx).storeKyberPreKey(id, new KyberPreKeyRecord(id, now, kyber, kyberSignature));
        return new PreKeyBundle(
                own.registrationId(),
                device,
                id,
                oneTime.getPublicKey(),
                id,
                signed.getPublicKey(),
                signature,
                identity.getPublicKey(),
                id,
                kyber.getPublicKey(),
                kyberSignature);
    }
}
