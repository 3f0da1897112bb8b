package org.restante.camel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.Claim;
import org.restante.lease.LeaseKeeper;

/** A claim between the beginning and the end of an exchange, which copies of it share. Ends once. Thread-safe. */
final class HeldClaim {

    private final Claim claim;
    private final LeaseKeeper.@Nullable Kept kept;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param kept its lease, null when that is not renewed */
    HeldClaim(Claim claim, LeaseKeeper.@Nullable Kept kept) {
        this.claim = claim;
        this.kept = kept;
    }

    /** Renews the lease no more and ends the claim, unless that was tried before; whether it was done now. */
    boolean end(Consumer<Claim> way) {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        if (kept != null) {
            kept.close();
        }
        way.accept(claim);
        return true;
    }
}
