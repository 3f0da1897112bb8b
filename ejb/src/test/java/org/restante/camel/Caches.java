package org.restante.camel;

import java.time.Duration;
import java.time.InstantSource;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.DedupLimits;
import org.restante.dedup.KeyHash;

/** Dedup caches as routes are given them here. */
final class Caches {

    static final Duration LEASE = Duration.ofMinutes(1);

    private Caches() {}

    /** One over that adapter, with a lease of {@link #LEASE}. */
    static DedupCache over(DedupAdapter adapter, InstantSource clock) {
        DedupLimits limits = new DedupLimits(LEASE, Duration.ofHours(24));
        return new DedupCaches(
                        adapter,
                        new EntryCodec(PayloadCipher.none()),
                        new DedupCaches.Conduct(namespace -> limits, clock, KeyHash.sha256()))
                .of("orders");
    }
}
