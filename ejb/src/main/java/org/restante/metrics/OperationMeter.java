package org.restante.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.metering.Capability;
import org.restante.metering.Meter;
import org.restante.metering.Operation;
import org.restante.metering.Outcome;

/**
 * Counts and times in a registry. Timers are there from their first operation on: of the many pairs of operation and outcome
 * few occur. Counters that people are alerted by are there, at 0, from the start, so that the first event is a rise.
 */
final class OperationMeter implements Meter {

    /** From what memory takes to what a lock may. */
    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 1000, 5000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final Set<Outcome> OF_CLAIMS =
            EnumSet.of(Outcome.CLAIMED, Outcome.TAKEN_OVER, Outcome.IN_FLIGHT, Outcome.COMPLETED, Outcome.MISMATCH);
    private static final Set<Capability> WITH_TOKENS = EnumSet.of(Capability.DEDUP, Capability.CHAT);
    private static final Set<Capability> WITH_RETRIES = EnumSet.complementOf(EnumSet.of(Capability.STORAGE));

    private final MeterRegistry registry;
    private final Map<Ended, Timer> operations = new ConcurrentHashMap<>();
    private final Map<Outcome, Counter> claims;
    private final Map<Capability, Counter> stale;
    private final Map<Capability, Counter> retries;

    private record Ended(Operation operation, Outcome outcome) {}

    OperationMeter(MeterRegistry registry) {
        this.registry = registry;
        this.claims = counters(
                new EnumMap<>(Outcome.class),
                OF_CLAIMS,
                outcome -> Counter.builder(Metrics.CLAIMS)
                        .description(
                                "Keys that were asked for, by what came of it; taken_over: from a lease that ran out.")
                        .tag("outcome", outcome.label()));
        this.stale = counters(
                new EnumMap<>(Capability.class),
                WITH_TOKENS,
                capability -> Counter.builder("restante.stale.tokens")
                        .description("Changes that were refused since the claim or lock was not the caller's any more.")
                        .tag("capability", capability.label()));
        this.retries = counters(
                new EnumMap<>(Capability.class),
                WITH_RETRIES,
                capability -> Counter.builder("restante.transaction.retries")
                        .description("Statements and transactions that were run again after a deadlock or the like.")
                        .tag("capability", capability.label()));
    }

    private <K> Map<K, Counter> counters(Map<K, Counter> counters, Set<K> keys, Function<K, Counter.Builder> builder) {
        keys.forEach(key -> counters.put(key, builder.apply(key).register(registry)));
        return counters;
    }

    @Override
    public void operation(Operation operation, Outcome outcome, Duration took) {
        operations.computeIfAbsent(new Ended(operation, outcome), this::timer).record(took);
        if (operation == Operation.DEDUP_CLAIM) {
            count(claims.get(outcome));
        }
        if (outcome == Outcome.STALE) {
            count(stale.get(operation.capability()));
        }
    }

    @Override
    public void lockWait(Outcome outcome, Duration took) {
        lockWaits(outcome).record(took);
    }

    @Override
    public void retry(Capability capability) {
        count(retries.get(capability));
    }

    private static void count(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    private Timer timer(Ended ended) {
        return Timer.builder(Metrics.OPERATION)
                .description("Operations of the five capabilities and how long they took.")
                .tag("capability", ended.operation.capability().label())
                .tag("operation", ended.operation.label())
                .tag("outcome", ended.outcome.label())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Timer lockWaits(Outcome outcome) {
        return Timer.builder("restante.lock.wait")
                .description("How long key transactions waited for their locks; claimed: and had them.")
                .tag("outcome", outcome.label())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
