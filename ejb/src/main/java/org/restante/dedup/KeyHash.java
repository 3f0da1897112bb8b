package org.restante.dedup;

import java.nio.charset.StandardCharsets;
import org.restante.codec.Sha256;

/** From a key to the 32 bytes under which its claim is kept. */
@FunctionalInterface
public interface KeyHash {

    byte[] of(String key);

    /** SHA-256 of the key in UTF-8. */
    static KeyHash sha256() {
        return key -> Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }
}
