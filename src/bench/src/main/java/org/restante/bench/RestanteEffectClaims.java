package org.restante.bench;

import java.sql.SQLException;
import org.restante.dedup.Claim;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.DedupCache;
import org.restante.transaction.Transactions;

/** With an effect: all in one transaction, or the claim before and the effect together with the receipt. */
final class RestanteEffectClaims implements ClaimWay {

    private final DedupCache cache;
    private final Transactions transactions;
    private final Effects effects;
    private final boolean joined;

    /** @param joined whether the claim is in the transaction too */
    RestanteEffectClaims(DedupCache cache, Transactions transactions, Effects effects, boolean joined) {
        this.cache = cache;
        this.transactions = transactions;
        this.effects = effects;
        this.joined = joined;
    }

    @Override
    public boolean handle(String key, Runnable work) {
        if (joined) {
            return transactions.requiresNew(
                    () -> cache.claim(key) instanceof Claimed claimed && finish(claimed.claim(), key, work));
        }
        return cache.independent().claim(key) instanceof Claimed claimed
                && transactions.requiresNew(() -> finish(claimed.claim(), key, work));
    }

    private boolean finish(Claim claim, String key, Runnable work) {
        work.run();
        try {
            return transactions.jdbc(connection -> {
                effects.insert(connection, key);
                cache.complete(claim, RestanteClaims.RECEIPT);
                return true;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
