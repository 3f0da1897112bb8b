package org.restante.bench;

import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.DedupCache;
import org.restante.dedup.Receipt;

/** Claim and receipt, each done for good at once. */
final class RestanteClaims implements ClaimWay {

    static final Receipt RECEIPT = Receipt.of(JdbcClaims.RECEIPT);

    private final DedupCache cache;

    RestanteClaims(DedupCache cache) {
        this.cache = cache.independent();
    }

    @Override
    public boolean handle(String key, Runnable work) {
        if (cache.claim(key) instanceof Claimed claimed) {
            work.run();
            cache.complete(claimed.claim(), RECEIPT);
            return true;
        }
        return false;
    }
}
