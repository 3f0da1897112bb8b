package org.restante.metering;

import java.time.Instant;
import java.util.Optional;
import org.restante.dedup.ClaimPage;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.ClaimToken;
import org.restante.dedup.Decision;
import org.restante.dedup.Decision.Taken;
import org.restante.dedup.DedupCache;
import org.restante.dedup.Receipt;

/** Claims of one namespace, measured. */
record MeteredDedupCache(DedupCache cache, Timing timing) implements DedupCache {

    @Override
    public Decision claim(String key, ClaimTerms terms) {
        return timing.timed(Operation.DEDUP_CLAIM, () -> cache.claim(key, terms), Outcomes::of);
    }

    @Override
    public Optional<Taken> lookup(String key) {
        return timing.timed(
                Operation.DEDUP_LOOKUP,
                () -> cache.lookup(key),
                found -> found.map(Outcomes::of).orElse(Outcome.ABSENT));
    }

    @Override
    public void complete(String key, ClaimToken token, Receipt receipt) {
        timing.done(Operation.DEDUP_COMPLETE, () -> cache.complete(key, token, receipt));
    }

    @Override
    public void release(String key, ClaimToken token) {
        timing.done(Operation.DEDUP_RELEASE, () -> cache.release(key, token));
    }

    @Override
    public Instant renew(String key, ClaimToken token) {
        return timing.timed(Operation.DEDUP_RENEW, () -> cache.renew(key, token), until -> Outcome.DONE);
    }

    @Override
    public String streamKey(String key) {
        return cache.streamKey(key);
    }

    @Override
    public ClaimPage inFlight(ClaimPage.Request page) {
        return timing.timed(Operation.DEDUP_LIST, () -> cache.inFlight(page), claims -> Outcome.DONE);
    }

    @Override
    public DedupCache independent() {
        return new MeteredDedupCache(cache.independent(), timing);
    }
}
