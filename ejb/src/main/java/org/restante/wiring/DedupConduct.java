package org.restante.wiring;

import java.time.InstantSource;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.DedupLimits;
import org.restante.dedup.KeyHash;
import org.restante.settings.DedupSettings;

/** From settings to how claims are kept. */
final class DedupConduct {

    private DedupConduct() {}

    static DedupCaches.Conduct of(DedupSettings settings, InstantSource clock) {
        return new DedupCaches.Conduct(namespace -> limits(settings, namespace), clock, KeyHash.sha256());
    }

    private static DedupLimits limits(DedupSettings settings, String namespace) {
        DedupSettings.Limits limits = settings.limits(namespace);
        return new DedupLimits(limits.lease(), limits.retention());
    }
}
