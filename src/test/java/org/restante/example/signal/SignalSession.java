package org.restante.example.signal;

import java.util.List;
import org.restante.Profile;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.DuplicateMessageException;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.InvalidVersionException;
import org.signal.libsignal.protocol.LegacyMessageException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.SessionCipher;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.UntrustedIdentityException;
import org.signal.libsignal.protocol.message.CiphertextMessage;
import org.signal.libsignal.protocol.message.PreKeySignalMessage;
import org.signal.libsignal.protocol.message.SignalMessage;
import org.signal.libsignal.protocol.state.PreKeyBundle;

/** The session of a profile with one device of another user. Thread-safe, also between nodes: its address is the lock. */
public record SignalSession(Profile profile, SignalProtocolAddress peer) {

    /** The next message can be encrypted, with the keys that the other side has published. */
    public void start(PreKeyBundle bundle) throws SignalRefusalException {
        profile.keyStore().transaction(locks(), tx -> {
            try {
                new SignalStores(tx).sessionBuilder(peer).process(bundle);
                return true;
            } catch (InvalidKeyException | UntrustedIdentityException e) {
                throw new SignalRefusalException(e);
            }
        });
    }

    /** A message to be sent: the ratchet's step is stored before anybody sees it. */
    public CiphertextMessage encrypt(byte[] plaintext) throws SignalRefusalException {
        return profile.keyStore().transaction(locks(), tx -> {
            try {
                return new SignalStores(tx).sessionCipher(peer).encrypt(plaintext);
            } catch (NoSessionException | UntrustedIdentityException e) {
                throw new SignalRefusalException(e);
            }
        });
    }

    /** The plaintext, at each delivery until the message is handled. */
    public byte[] decrypt(int type, byte[] ciphertext) throws SignalRefusalException {
        return profile.decryptOnce().decrypt(locks(type), ciphertext, tx -> step(tx, type, ciphertext));
    }

    /** The message is done; another delivery of it is refused. */
    public void handled(int type, byte[] ciphertext) {
        profile.decryptOnce().handled(locks(type), ciphertext);
    }

    private byte[] step(KeyTransaction tx, int type, byte[] ciphertext) throws SignalRefusalException {
        SessionCipher cipher = new SignalStores(tx).sessionCipher(peer);
        try {
            return type == CiphertextMessage.PREKEY_TYPE
                    ? cipher.decrypt(new PreKeySignalMessage(ciphertext))
                    : cipher.decrypt(new SignalMessage(ciphertext));
        } catch (DuplicateMessageException
                | InvalidKeyException
                | InvalidKeyIdException
                | InvalidMessageException
                | InvalidVersionException
                | LegacyMessageException
                | NoSessionException
                | UntrustedIdentityException e) {
            throw new SignalRefusalException(e);
        }
    }

    /** A first message uses up a pre-key as well, which another sender may have been given too. */
    private List<String> locks(int type) {
        return type == CiphertextMessage.PREKEY_TYPE ? List.of(Addresses.id(peer), SignalAccount.LOCK) : locks();
    }

    private List<String> locks() {
        return List.of(Addresses.id(peer));
    }
}
