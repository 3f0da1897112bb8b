package org.restante.web.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Sha256;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/**
 * A password of which bcrypt's hash is configured. Once the right one came, a salted digest of it is held, so that a client
 * pays for bcrypt once and not with each request. A wrong one always costs bcrypt, of which only so many run at a time.
 */
final class HashedPassword implements Password {

    private static final long PATIENCE_SECONDS = 2;
    private static final int SALT_BYTES = 16;

    /** More would take the threads that others need. */
    private static final int MOST_WAITING = 8;

    private static final Semaphore PROCESSORS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private static final BCrypt.Verifyer VERIFYER =
            BCrypt.verifyer(null, LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2A)); // as htpasswd does

    private final byte[] hash;
    private final byte[] salt = new byte[SALT_BYTES];
    private volatile byte @Nullable [] known;

    HashedPassword(String hash) {
        this.hash = hash.getBytes(StandardCharsets.US_ASCII);
        new SecureRandom().nextBytes(salt);
    }

    /** One that nobody knows, which takes as long as another. */
    static HashedPassword unknown(int cost) {
        byte[] password = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(password);
        return new HashedPassword(new String(BCrypt.withDefaults().hash(cost, password), StandardCharsets.US_ASCII));
    }

    /** How costly it is: as the hash says. */
    int cost() {
        return Integer.parseInt(new String(hash, 4, 2, StandardCharsets.US_ASCII));
    }

    @Override
    public boolean matches(String password) {
        byte[] digest = digest(password);
        byte[] right = known;
        if (right != null && MessageDigest.isEqual(right, digest)) {
            return true;
        }
        boolean matches = verify(password.getBytes(StandardCharsets.UTF_8));
        if (matches) {
            known = digest;
        }
        return matches;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    private boolean verify(byte[] password) {
        try {
            if (PROCESSORS.getQueueLength() >= MOST_WAITING
                    || !PROCESSORS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return VERIFYER.verify(password, hash).verified;
        } finally {
            PROCESSORS.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                ProblemKind.TOO_MANY_REQUESTS, "too many passwords are being checked; try again in a moment");
    }

    private byte[] digest(String password) {
        MessageDigest digest = Sha256.begin();
        digest.update(salt);
        return digest.digest(password.getBytes(StandardCharsets.UTF_8));
    }
}
