package org.restante.example.signal;

import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.SessionBuilder;
import org.signal.libsignal.protocol.SessionCipher;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.groups.GroupCipher;
import org.signal.libsignal.protocol.groups.GroupSessionBuilder;

/** What the library does with the keys of one running transaction; of no use after it. */
final class SignalStores {

    private final KeyTransaction tx;

    SignalStores(KeyTransaction tx) {
        this.tx = tx;
    }

    SessionBuilder sessionBuilder(SignalProtocolAddress peer) {
        return new SessionBuilder(new Sessions(tx), new PreKeys(tx), new SignedPreKeys(tx), new IdentityKeys(tx), peer);
    }

    SessionCipher sessionCipher(SignalProtocolAddress peer) {
        return new SessionCipher(
                new Sessions(tx),
                new PreKeys(tx),
                new SignedPreKeys(tx),
                new KyberPreKeys(tx),
                new IdentityKeys(tx),
                peer);
    }

    GroupSessionBuilder groupBuilder() {
        return new GroupSessionBuilder(new SenderKeys(tx));
    }

    GroupCipher groupCipher(SignalProtocolAddress sender) {
        return new GroupCipher(new SenderKeys(tx), sender);
    }
}
