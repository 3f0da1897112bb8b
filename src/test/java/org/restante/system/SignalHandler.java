package org.restante.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.restante.entry.Namespace;
import org.restante.example.signal.SignalRefusalException;
import org.restante.example.signal.SignalSession;
import org.restante.storage.Storage;

/** What is to happen once for each message: here, an entry that tells which message it was. */
@ApplicationScoped
public class SignalHandler {

    /** Where the entries are, in the receiver's profile: one for each time that a message was handled. */
    static final Namespace<String> HANDLED = Namespace.of("handled-in-test", String.class);

    @Inject
    SignalHangs hangs;

    /**
     * Handles a message and says so, in one transaction. It asks for the plaintext inside of it: that takes the session's lock,
     * and so of two deliveries at once the second comes after the first and is refused.
     */
    @Transactional(rollbackOn = Exception.class)
    public void handle(SignalSession session, int type, byte[] ciphertext) throws SignalRefusalException {
        String text = new String(session.decrypt(type, ciphertext), UTF_8);
        Storage storage = session.profile().storage();
        storage.put(HANDLED, UUID.randomUUID().toString(), text);
        session.handled(type, ciphertext);
        hangs.hangIfAsked(SignalHangs.HANDLED);
    }
}
