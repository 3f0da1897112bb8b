package org.restante.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.restante.codec.Sha256;

/** A password that is configured as it is; only its digest is held. */
final class PlainPassword implements Password {

    private final byte[] digest;

    PlainPassword(String password) {
        this.digest = digest(password);
    }

    @Override
    public boolean matches(String password) {
        return MessageDigest.isEqual(digest, digest(password));
    }

    @Override
    public boolean isSlow() {
        return false;
    }

    private static byte[] digest(String password) {
        return Sha256.of(password.getBytes(StandardCharsets.UTF_8));
    }
}
