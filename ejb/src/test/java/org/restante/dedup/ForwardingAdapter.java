package org.restante.dedup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.StoredClaim.Completion;

/** An adapter in front of another, for tests that change one operation. */
class ForwardingAdapter implements DedupAdapter {

    private final DedupAdapter behind;

    ForwardingAdapter(DedupAdapter behind) {
        this.behind = behind;
    }

    @Override
    public @Nullable StoredClaim claim(ClaimAttempt wanted) {
        return behind.claim(wanted);
    }

    @Override
    public Optional<StoredClaim> find(HashedKey key) {
        return behind.find(key);
    }

    @Override
    public boolean complete(Held claim, Completion completion) {
        return behind.complete(claim, completion);
    }

    @Override
    public boolean release(Held claim) {
        return behind.release(claim);
    }

    @Override
    public @Nullable Instant renew(Held claim) {
        return behind.renew(claim);
    }

    @Override
    public List<StoredClaim> inFlight(String namespace, ClaimPage.Request page, Instant now) {
        return behind.inFlight(namespace, page, now);
    }

    @Override
    public List<StoredClaim> allInFlight(Instant now, Set<Duration> retentions, int most) {
        return behind.allInFlight(now, retentions, most);
    }

    @Override
    public int sweep(Instant before, int most) {
        return behind.sweep(before, most);
    }

    @Override
    public DedupAdapter independent() {
        return this;
    }

    @Override
    public void close() {
        behind.close();
    }
}
