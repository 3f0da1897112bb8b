package org.restante.example.signal;

import java.util.List;
import java.util.UUID;
import org.restante.Profile;
import org.signal.libsignal.protocol.DuplicateMessageException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.LegacyMessageException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.message.CiphertextMessage;
import org.signal.libsignal.protocol.message.SenderKeyDistributionMessage;

/** What one member sends to a group, as one profile sees it. Thread-safe, also between nodes: the sender key is the lock. */
public record SignalGroup(Profile profile, SignalProtocolAddress sender, UUID distribution) {

    /** By the sender: what every other member has to get, through its session, before the first message. */
    public SenderKeyDistributionMessage distribute() {
        return profile.keyStore()
                .transaction(locks(), tx -> new SignalStores(tx).groupBuilder().create(sender, distribution));
    }

    /** By another member: the sender's messages can be decrypted. */
    public void join(SenderKeyDistributionMessage message) {
        profile.keyStore().transaction(locks(), tx -> {
            new SignalStores(tx).groupBuilder().process(sender, message);
            return true;
        });
    }

    /** By the sender: one message for all members. */
    public CiphertextMessage encrypt(byte[] plaintext) throws SignalRefusalException {
        return profile.keyStore().transaction(locks(), tx -> {
            try {
                return new SignalStores(tx).groupCipher(sender).encrypt(distribution, plaintext);
            } catch (NoSessionException e) {
                throw new SignalRefusalException(e);
            }
        });
    }

    /** By another member: the plaintext, at each delivery until the message is handled. */
    public byte[] decrypt(byte[] ciphertext) throws SignalRefusalException {
        return profile.decryptOnce().decrypt(locks(), ciphertext, tx -> {
            try {
                return new SignalStores(tx).groupCipher(sender).decrypt(ciphertext);
            } catch (LegacyMessageException
                    | DuplicateMessageException
                    | InvalidMessageException
                    | NoSessionException e) {
                throw new SignalRefusalException(e);
            }
        });
    }

    /** The message is done; another delivery of it is refused. */
    public void handled(byte[] ciphertext) {
        profile.decryptOnce().handled(locks(), ciphertext);
    }

    private List<String> locks() {
        return List.of(Addresses.senderKey(sender, distribution));
    }
}
