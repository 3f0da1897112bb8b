package org.restante.example.signal;

import java.security.SecureRandom;
import org.restante.entry.Namespace;
import org.restante.keystore.KeyReads;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.InvalidKeyException;

/**
 * Who this profile is to others: two entries of the critical namespace {@code signal-identity}, {@code key-pair} and {@code
 * registration-id}.
 */
record OwnIdentity(IdentityKeyPair keyPair, int registrationId) {

    private static final Namespace<byte[]> KEY_PAIR =
            Namespace.of("signal-identity", byte[].class).critical();
    private static final Namespace<Integer> REGISTRATION = KEY_PAIR.as(Integer.class);
    private static final String KEY_PAIR_KEY = "key-pair";
    private static final String REGISTRATION_KEY = "registration-id";
    /** The largest registration id of the protocol. */
    private static final int MAX_REGISTRATION_ID = 16380;

    /** @throws IllegalStateException when the profile has none yet, or its key pair cannot be read */
    static OwnIdentity of(KeyReads keys) {
        byte[] keyPair = keys.get(KEY_PAIR, KEY_PAIR_KEY).orElseThrow(OwnIdentity::missing);
        int registrationId = keys.get(REGISTRATION, REGISTRATION_KEY).orElseThrow(OwnIdentity::missing);
        try {
            return new OwnIdentity(new IdentityKeyPair(keyPair), registrationId);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the profile's identity cannot be read", e);
        }
    }

    /** The identity that the profile has, else a new one. */
    static OwnIdentity createdOnce(KeyTransaction tx) {
        if (tx.get(KEY_PAIR, KEY_PAIR_KEY).isEmpty()) {
            tx.put(KEY_PAIR, KEY_PAIR_KEY, IdentityKeyPair.generate().serialize());
            tx.put(REGISTRATION, REGISTRATION_KEY, 1 + new SecureRandom().nextInt(MAX_REGISTRATION_ID));
        }
        return of(tx);
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("the profile has no identity");
    }
}
