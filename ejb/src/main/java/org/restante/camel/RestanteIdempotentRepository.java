package org.restante.camel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.Claim;
import org.restante.dedup.ClaimLease;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.Decision;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.DedupCache;
import org.restante.dedup.PatientClaims;
import org.restante.dedup.Receipt;
import org.restante.lease.LeaseKeeper;

/**
 * The memory of Camel's idempotent consumer. A message whose handler died is not taken for handled: its claim runs out, and
 * then it is handled. Started and given its context by the route; thread-safe; may serve several routes.
 */
public final class RestanteIdempotentRepository extends ServiceSupport
        implements IdempotentRepository, CamelContextAware {

    private static final Logger LOG = System.getLogger(RestanteIdempotentRepository.class.getName());
    private static final String PROPERTY = "org.restante.camel.claim:";

    private final DedupCache cache;
    private final Conduct conduct;
    private final boolean renewing;
    private final Map<String, HeldClaim> withoutExchange = new ConcurrentHashMap<>();
    private @Nullable CamelContext camelContext;
    private @Nullable ScheduledExecutorService executor;
    private volatile @Nullable LeaseKeeper keeper;

    private RestanteIdempotentRepository(DedupCache cache, Conduct conduct, boolean renewing) {
        this.cache = cache;
        this.conduct = conduct;
        this.renewing = renewing;
    }

    /**
     * How messages are claimed.
     *
     * @param patience how long a message waits, on its thread, while another is handled with the same key
     */
    public record Conduct(Duration patience, ClaimTerms terms, PatientClaims claims) {

        /** That patience, and the lease of the namespace. */
        public static Conduct of(Duration patience) {
            return new Conduct(patience, ClaimTerms.defaults(), PatientClaims.system());
        }
    }

    /** A claim is done for good before the message is handled, and its lease is renewed until the exchange has ended. */
    public static RestanteIdempotentRepository independent(DedupCache cache, Conduct conduct) {
        return new RestanteIdempotentRepository(cache.independent(), conduct, true);
    }

    /**
     * Claim and receipt are part of the route's transaction, which must be shorter than the lease. The consumer is to be
     * {@code completionEager(true)}: otherwise it ends when the transaction already has.
     */
    public static RestanteIdempotentRepository joined(DedupCache cache, Conduct conduct) {
        return new RestanteIdempotentRepository(cache, conduct, false);
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(@Nullable CamelContext context) {
        camelContext = context;
    }

    /** The executor is the context's, which ends it: one route that stops ends no lease of another. */
    @Override
    protected void doStart() {
        if (!renewing || (executor != null && !executor.isShutdown())) {
            return;
        }
        if (camelContext == null) {
            throw new IllegalStateException("a repository whose leases are renewed needs a Camel context");
        }
        executor = camelContext.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "restante-lease");
        keeper = new LeaseKeeper(executor);
    }

    /**
     * Claims the key for the exchange.
     *
     * @return false when it was handled
     * @throws MessageInFlightException when another is still handling it after the patience
     */
    @Override
    public boolean add(Exchange exchange, String key) {
        HeldClaim held = claim(key);
        if (held == null) {
            return false;
        }
        exchange.setProperty(property(key), held);
        exchange.getExchangeExtension().addOnCompletion(new KeptOnFailure(() -> held.end(this::complete)));
        return true;
    }

    /** The same where there is no exchange: the claim is this object's until it is confirmed or removed. */
    @Override
    public boolean add(String key) {
        HeldClaim held = claim(key);
        if (held == null) {
            return false;
        }
        withoutExchange.put(key, held);
        return true;
    }

    /** Whether it was handled; not so while it is. */
    @Override
    public boolean contains(String key) {
        return cache.lookup(key).filter(Completed.class::isInstance).isPresent();
    }

    /**
     * From now on the key is handled. When it cannot be, because the claim is another's by now for instance, the exchange has
     * failed. The key of an exchange that is marked for rollback can be handled again: its source delivers it once more.
     *
     * @return false when that is so, or the exchange has no claim: a duplicate that was not skipped
     */
    @Override
    public boolean confirm(Exchange exchange, String key) {
        if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
            remove(exchange, key);
            return false;
        }
        try {
            return end(taken(exchange, key), this::complete);
        } catch (RuntimeException e) {
            exchange.setException(e);
            return false;
        }
    }

    @Override
    public boolean confirm(String key) {
        return end(withoutExchange.remove(key), this::complete);
    }

    /** Lets the message be handled again, at the latest when the lease has run out; whether it was this exchange's claim. */
    @Override
    public boolean remove(Exchange exchange, String key) {
        return end(taken(exchange, key), this::release);
    }

    @Override
    public boolean remove(String key) {
        return end(withoutExchange.remove(key), this::release);
    }

    /** Not supported: what was handled is remembered for the retention of the namespace. */
    @Override
    public void clear() {
        throw new UnsupportedOperationException(
                "what was handled is remembered for the retention of its namespace; use another namespace to begin anew");
    }

    private @Nullable HeldClaim claim(String key) {
        LeaseKeeper started = keeper;
        if (renewing && started == null) {
            throw new IllegalStateException("the repository was not started");
        }
        Decision decision = conduct.claims().claim(cache, key, conduct.terms(), conduct.patience());
        if (decision instanceof InFlight inFlight) {
            throw new MessageInFlightException(cache.streamKey(key), inFlight);
        }
        return decision instanceof Claimed claimed ? held(claimed.claim(), started) : null;
    }

    /** When the lease is lost, the end of the exchange will find out. */
    private HeldClaim held(Claim claim, @Nullable LeaseKeeper started) {
        return new HeldClaim(claim, started == null ? null : started.keep(new ClaimLease(cache, claim), () -> {}));
    }

    private static boolean end(@Nullable HeldClaim held, Consumer<Claim> way) {
        return held != null && held.end(way);
    }

    private @Nullable HeldClaim taken(Exchange exchange, String key) {
        return exchange.removeProperty(property(key)) instanceof HeldClaim held ? held : null;
    }

    private void complete(Claim claim) {
        cache.complete(claim, Receipt.none());
    }

    private void release(Claim claim) {
        try {
            cache.release(claim);
        } catch (RuntimeException e) { // it runs out, or is another's already
            LOG.log(Level.WARNING, "A claim was not released: it runs out", e);
        }
    }

    /** Without the key itself, which may be a secret: properties are shown. */
    private String property(String key) {
        return PROPERTY + cache.streamKey(key);
    }
}
