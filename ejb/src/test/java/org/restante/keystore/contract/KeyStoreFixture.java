package org.restante.keystore.contract;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.restante.Restante;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.keystore.KeyReads;
import org.restante.keystore.KeyStore;
import org.restante.storage.contract.Fresh;

/** What the contracts are run against. */
public interface KeyStoreFixture {

    /** The same object throughout a test, with the settings as they are by default. Its store may hold other data. */
    Restante restante();

    /** Another object on a store, with those settings; with locks of its own where these are in the process. */
    Restante restante(Map<String, String> settings);

    /** Makes the threads of races; inside a server they may have to be managed ones. */
    default ThreadFactory threads() {
        return Thread::new;
    }

    /** The keys of a profile. */
    default KeyStore keys(ProfileId profile) {
        return restante().profile(profile).keyStore();
    }

    /** The keys of a profile that was never used before. */
    default KeyStore freshKeys() {
        return keys(Fresh.profile());
    }

    /** A key's bytes for a text. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text of the session with that id, or {@code "none"}. */
    static String session(KeyReads keys, String id) {
        return keys.get(Namespaces.SESSION, id)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("none");
    }
}
