package org.restante.dedup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Sha256;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.Decision.Taken;
import org.restante.dedup.DedupAdapter.Held;
import org.restante.dedup.StoredClaim.Completion;

/** The cache of one namespace. Thread-safe. */
final class NamespaceDedupCache implements DedupCache {

    private final String namespace;
    private final DedupAdapter adapter;
    private final ReceiptCodec codec;
    private final DedupCaches.Conduct conduct;

    NamespaceDedupCache(String namespace, DedupAdapter adapter, ReceiptCodec codec, DedupCaches.Conduct conduct) {
        this.namespace = namespace;
        this.adapter = adapter;
        this.codec = codec;
        this.conduct = conduct;
    }

    @Override
    public Decision claim(String key, ClaimTerms terms) {
        HashedKey place = place(key);
        DedupLimits limits = limits();
        Duration lease = Objects.requireNonNullElse(terms.lease(), limits.lease());
        Instant now = now();
        ClaimAttempt wanted = new ClaimAttempt(
                place, ClaimToken.random(), hashed(terms.fingerprint()), now, lease, limits.forgetAfter(now, lease));
        StoredClaim standing = adapter.claim(wanted);
        return standing == null ? new InFlight(now, now.plus(limits.lease()), 1) : decision(standing, wanted);
    }

    private Decision decision(StoredClaim standing, ClaimAttempt wanted) {
        if (standing.token().equals(wanted.token())) {
            return new Claimed(new Claim(
                    standing.key(),
                    standing.token(),
                    standing.attempt(),
                    standing.since(),
                    standing.until(),
                    standing.lease()));
        }
        requireKey(standing, wanted.key());
        if (!standing.fits(wanted.fingerprint())) {
            throw new FingerprintMismatchException(standing.key());
        }
        return taken(standing);
    }

    @Override
    public Optional<Taken> lookup(String key) {
        Instant now = now();
        return find(place(key)).filter(claim -> claim.isLive(now)).map(this::taken);
    }

    @Override
    public void complete(String key, ClaimToken token, Receipt receipt) {
        Held held = held(key, token);
        byte[] bytes = codec.encode(held.key().key(), receipt);
        Instant until = held.now().plus(limits().retention());
        if (adapter.complete(held, new Completion(bytes, until))) {
            return;
        }
        StoredClaim standing =
                find(held.key()).filter(claim -> claim.token().equals(token)).orElseThrow(() -> stale(held));
        byte[] stored = standing.receipt();
        if (stored == null || !standing.isLive(held.now())) {
            throw stale(held);
        }
        if (!codec.decode(standing.key(), stored).equals(receipt)) {
            throw new ReceiptMismatchException(standing.key());
        }
    }

    @Override
    public void release(String key, ClaimToken token) {
        Held held = held(key, token);
        if (!adapter.release(held)) {
            find(held.key())
                    .filter(claim -> claim.receipt() == null && claim.isLive(held.now()))
                    .ifPresent(another -> {
                        throw stale(held);
                    });
        }
    }

    @Override
    public Instant renew(String key, ClaimToken token) {
        Held held = held(key, token);
        Instant until = adapter.renew(held);
        if (until == null) {
            throw stale(held);
        }
        return until;
    }

    @Override
    public String streamKey(String key) {
        return place(key).toString();
    }

    @Override
    public ClaimPage inFlight(ClaimPage.Request page) {
        List<ClaimPage.Item> items = new ArrayList<>();
        for (StoredClaim claim : adapter.inFlight(namespace, page, now())) {
            items.add(new ClaimPage.Item(claim.key(), new InFlight(claim.since(), claim.until(), claim.attempt())));
        }
        return ClaimPage.of(items, page);
    }

    @Override
    public DedupCache independent() {
        return new NamespaceDedupCache(namespace, adapter.independent(), codec, conduct);
    }

    private Optional<StoredClaim> find(HashedKey place) {
        Instant now = now();
        Optional<StoredClaim> found = adapter.find(place).filter(claim -> !claim.isForgotten(now));
        found.ifPresent(claim -> requireKey(claim, place));
        return found;
    }

    /** A full key that is another under the same hash must never be taken for a duplicate. */
    private static void requireKey(StoredClaim standing, HashedKey wanted) {
        if (!standing.key().equals(wanted.key())) {
            throw new DedupCollisionException(standing.key(), wanted.key());
        }
    }

    private Taken taken(StoredClaim claim) {
        byte[] receipt = claim.receipt();
        return receipt == null
                ? new InFlight(claim.since(), claim.until(), claim.attempt())
                : new Completed(claim.since(), codec.decode(claim.key(), receipt));
    }

    private HashedKey place(String key) {
        DedupKey checked = new DedupKey(namespace, key);
        return new HashedKey(checked, conduct.hash().of(key));
    }

    private Held held(String key, ClaimToken token) {
        return new Held(place(key), token, now());
    }

    private DedupLimits limits() {
        return conduct.limits().apply(namespace);
    }

    private Instant now() {
        return conduct.clock().instant();
    }

    private static byte @Nullable [] hashed(@Nullable String fingerprint) {
        return fingerprint == null ? null : Sha256.of(fingerprint.getBytes(StandardCharsets.UTF_8));
    }

    private static StaleClaimException stale(Held held) {
        return new StaleClaimException(held.key().key());
    }
}
