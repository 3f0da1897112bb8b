package org.restante.dedup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import org.restante.codec.EntryCodec;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;

/** The dedup caches of all namespaces over one adapter. Thread-safe. */
public final class DedupCaches {

    /** How long what is over is kept for those whose clock is a little behind. */
    public static final Duration GRACE = Duration.ofSeconds(1);

    private static final int SWEPT_AT_ONCE = 200;

    private final DedupAdapter adapter;
    private final ReceiptCodec codec;
    private final Conduct conduct;

    public DedupCaches(DedupAdapter adapter, EntryCodec codec, Conduct conduct) {
        this.adapter = adapter;
        this.codec = new ReceiptCodec(codec);
        this.conduct = conduct;
    }

    /**
     * How claims are kept.
     *
     * @param limits of each namespace
     * @param clock which all nodes share
     */
    public record Conduct(Function<String, DedupLimits> limits, InstantSource clock, KeyHash hash) {}

    /**
     * The cache of one namespace; costs nothing, also for a namespace never seen before.
     *
     * @throws InvalidInputException naming {@code namespace} when it breaks its limit
     */
    public DedupCache of(String namespace) {
        Namespace.requireName(namespace);
        return new NamespaceDedupCache(namespace, adapter, codec, conduct);
    }

    /**
     * The claims of all namespaces as people see them.
     *
     * @param retentions of all namespaces: by them few rows are looked at
     */
    public ClaimDesk desk(Set<Duration> retentions) {
        return new ClaimDesk(adapter, conduct, retentions);
    }

    /** Forgets one part of what is over; whether there may be more. */
    public boolean sweep() {
        return adapter.independent().sweep(conduct.clock().instant().minus(GRACE), SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
    }
}
