package org.restante.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.restante.audit.AuditActions;
import org.restante.audit.AuditEntry;
import org.restante.audit.AuditTrail;
import org.restante.codec.Sha256;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.storage.StorageUnavailableException;
import org.restante.transaction.Transactions;

/**
 * The bearer tokens. What is created or revoked is on record, in the same transaction. All methods throw {@link
 * StorageUnavailableException} when the database cannot be asked. Thread-safe.
 */
public final class AccessTokens {

    /** What every token begins with, so that those who look for secrets find it. */
    public static final String PREFIX = "rst_";

    /** How long an expired token is listed. */
    static final Duration EXPIRED_KEPT = Duration.ofDays(30);

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 6;

    private final TokenStore store;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public AccessTokens(TokenStore store, AuditTrail trail, Transactions transactions, InstantSource clock) {
        this.store = store;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a token, which is good at once on every node.
     *
     * @param by the user who wants it
     * @param reason why, for the record; may be empty
     * @throws InvalidInputException naming a reason that does not fit
     */
    public NewToken create(TokenTerms terms, String by, String reason) {
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
        String id = HexFormat.of().formatHex(random(ID_BYTES));
        Instant now = clock.instant();
        AccessToken token = new AccessToken(
                id,
                new AccessToken.Holder(terms.name(), terms.role(), terms.profiles(), terms.namespaces()),
                new AccessToken.Origin(by, now),
                now.plus(terms.validity()),
                null);
        AuditEntry entry = new AuditEntry(by, AuditActions.TOKEN_CREATED, subject(token), reason);
        return transactions.required(() -> {
            store.insert(digest(secret), token);
            trail.record(entry);
            return new NewToken(token, secret);
        });
    }

    /**
     * Ends a token: every node refuses it within seconds.
     *
     * @param reason why, for the record; may be empty
     * @return false when there is none of that id
     * @throws InvalidInputException naming an id or a reason that none can be
     */
    public boolean revoke(String id, String by, String reason) {
        EntryKey.requireKey("tokenId", id);
        AuditEntry.requireReason(reason); // before anything is done
        return transactions.required(() -> {
            Optional<AccessToken> revoked = store.delete(id);
            revoked.map(token -> new AuditEntry(by, AuditActions.TOKEN_REVOKED, subject(token), reason))
                    .ifPresent(trail::record);
            return revoked.isPresent();
        });
    }

    /** All tokens that were not revoked, the newest first; those that expired are there for some time. */
    public List<AccessToken> list() {
        return store.all();
    }

    /** The token that this is, if it is one and still good; notes that it was used. */
    public Optional<AccessToken> find(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<AccessToken> found = store.find(digest(secret)).filter(token -> token.isLive(now));
        found.filter(token -> token.isUseWorthNoting(now)).ifPresent(token -> store.used(token.id(), now));
        return found;
    }

    /** Forgets what expired long ago. */
    public void sweep() {
        store.sweep(clock.instant().minus(EXPIRED_KEPT));
    }

    private static String subject(AccessToken token) {
        return "token " + token.id() + " " + token.holder().name();
    }

    private static byte[] digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
