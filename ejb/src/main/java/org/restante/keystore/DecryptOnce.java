package org.restante.keystore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import org.restante.codec.Sha256;
import org.restante.entry.Namespace;
import org.restante.storage.KeyPage;
import org.restante.storage.Lookup;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;
import org.restante.storage.UnreadableEntryException;

/**
 * Decrypts each message once, although it may be delivered many times. A ratchet refuses a ciphertext that it has seen, so a
 * message whose handler failed after the decryption would be lost. Here its plaintext is kept in the same transaction that
 * advances the ratchet, and every redelivery is given it, until the handler says that it is done. The rule is that of
 * whatsmeow's event buffer. Thread-safe.
 *
 * <p>Plaintexts are entries of the profile in the namespace {@code plaintext}, encrypted at rest where entries are.
 */
public final class DecryptOnce {

    /** Critical: decrypted once more, a message whose plaintext cannot be read would be refused by the ratchet, and lost. */
    static final Namespace<byte[]> PLAINTEXT =
            Namespace.of("plaintext", byte[].class).critical();

    private static final int PAGE = 500;

    private final KeyStore keys;
    private final Storage storage;

    public DecryptOnce(KeyStore keys, Storage storage) {
        this.keys = keys;
        this.storage = storage;
    }

    /**
     * The plaintext of a message: that of an earlier delivery which is not handled yet, else what the work decrypts. The work
     * is run in a transaction as in {@link KeyStore#transaction(Collection, KeyWork)}, and its changes and the plaintext are
     * written together.
     *
     * @param lockKeys the session or sessions that the message belongs to; another session's message with the same bytes is
     *     another message
     * @throws X what the work threw; nothing is written then
     * @throws UnreadableEntryException when a plaintext is kept and cannot be read; the work is not run then
     */
    public <X extends Exception> byte[] decrypt(
            Collection<String> lockKeys, byte[] ciphertext, KeyWork<KeyTransaction, byte[], X> decryption) throws X {
        String id = id(lockKeys, ciphertext);
        return keys.transaction(lockKeys, tx -> {
            Optional<byte[]> kept = tx.get(PLAINTEXT, id);
            if (kept.isPresent()) {
                return kept.get();
            }
            byte[] plaintext = decryption.run(tx);
            tx.put(PLAINTEXT, id, plaintext);
            return plaintext;
        });
    }

    /**
     * Forgets the plaintext of a message: its handler is done. In the caller's transaction it is forgotten together with what
     * the handler has done. A redelivery after that reaches the ratchet, which refuses it.
     *
     * @param lockKeys the same as at its decryption
     */
    public void handled(Collection<String> lockKeys, byte[] ciphertext) {
        storage.delete(PLAINTEXT, id(lockKeys, ciphertext));
    }

    /**
     * Forgets the plaintexts of messages that nobody will deliver again.
     *
     * @param decryptedBefore when they were decrypted
     * @return how many there were
     */
    public int forget(Instant decryptedBefore) {
        int forgotten = 0;
        PageRequest request = PageRequest.first(PAGE);
        while (true) {
            KeyPage page = storage.keys(PLAINTEXT, request);
            for (String id : page.keys()) {
                if (storage.lookup(PLAINTEXT, id) instanceof Lookup.Found<byte[]> found
                        && found.updatedAt().isBefore(decryptedBefore)) {
                    storage.delete(PLAINTEXT, id);
                    forgotten++;
                }
            }
            if (page.next() == null) {
                return forgotten;
            }
            request = page.next();
        }
    }

    private static String id(Collection<String> lockKeys, byte[] ciphertext) {
        MessageDigest digest = Sha256.begin();
        for (String key : new TreeSet<>(lockKeys)) {
            byte[] name = key.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
            digest.update(name);
        }
        digest.update(new byte[Integer.BYTES]);
        return HexFormat.of().formatHex(digest.digest(ciphertext));
    }
}
