package org.restante.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.restante.metering.Meter;

/**
 * The figures of this node. They are counted here rather than by the server, since not every server can. Whoever asks for them
 * is given what is in memory: no database and no other node is asked for it. Thread-safe; to be closed.
 */
public final class Metrics implements AutoCloseable {

    /** The format of {@link #text}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** How often operations were done, and their time, by capability and outcome. */
    public static final String OPERATION = "restante.operation";

    /** Claims by outcome. */
    public static final String CLAIMS = "restante.claims";

    /** For how long something that is over may have stayed, by capability. */
    public static final String PURGE_LAG = "restante.purge.lag.seconds";

    /** Unreadable entries that were met. */
    public static final String UNREADABLE = "restante.unreadable.entries";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meter meter = new OperationMeter(registry);
    private final MultiGauge messages = MultiGauge.builder("restante.retry.cache.messages")
            .description("Sent messages of the profiles that sent last at this node, 20 at most.")
            .register(registry);

    /** The registry itself holds them by weak references only. */
    private final List<Supplier<Number>> counted = new CopyOnWriteArrayList<>();

    /** Counts what it is told here. */
    public Meter meter() {
        return meter;
    }

    /**
     * Adds a figure that is asked for each time.
     *
     * @param name with dots between its words, {@code restante.cluster.members}
     * @param figure is quick, and may fail: then it is left out
     */
    public void gauge(String name, String description, Supplier<Number> figure) {
        gauge(name, description, Map.of(), figure);
    }

    /**
     * Adds one of several that share a name and differ in labels.
     *
     * @param labels by which they are told apart, of few values each
     */
    public void gauge(String name, String description, Map<String, String> labels, Supplier<Number> figure) {
        Gauge.builder(name, figure).description(description).tags(tags(labels)).register(registry);
    }

    /** Adds a figure that is asked for each time and only rises. */
    public void counter(String name, String description, Supplier<Number> figure) {
        counted.add(figure);
        FunctionCounter.builder(name, figure, asked -> asked.get().doubleValue())
                .description(description)
                .register(registry);
    }

    /** Says how many sent messages profiles have; those that are not among them are told no more. */
    public void messages(Map<String, Integer> ofProfiles) {
        List<MultiGauge.Row<?>> rows = ofProfiles.entrySet().stream()
                .<MultiGauge.Row<?>>map(each -> MultiGauge.Row.of(Tags.of("profile", each.getKey()), each.getValue()))
                .toList();
        messages.register(rows, true);
    }

    /** All figures as of now, as a Prometheus server reads them. */
    public String text() {
        return registry.scrape(CONTENT_TYPE);
    }

    /**
     * How often something was counted or timed since the start, for each value of that label.
     *
     * @param name with dots between its words, {@code restante.operation}
     */
    public Map<String, Double> counts(String name, String label) {
        Map<String, Double> counts = new TreeMap<>();
        registry.find(name)
                .meters()
                .forEach(counted -> counted.measure().forEach(measured -> {
                    if (measured.getStatistic() == Statistic.COUNT) {
                        counts.merge(String.valueOf(counted.getId().getTag(label)), measured.getValue(), Double::sum);
                    }
                }));
        return counts;
    }

    /** What was counted under that name, over all its labels; 0 where nothing was. */
    public double sum(String name) {
        return registry.find(name).functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    /** The largest of a gauge over all its labels; empty where it has no value. */
    public OptionalDouble largest(String name) {
        return registry.find(name).gauges().stream()
                .mapToDouble(Gauge::value)
                .filter(Double::isFinite)
                .max();
    }

    @Override
    public void close() {
        registry.close();
    }

    private static Tags tags(Map<String, String> labels) {
        Tags tags = Tags.empty();
        for (Map.Entry<String, String> label : labels.entrySet()) {
            tags = tags.and(label.getKey(), label.getValue());
        }
        return tags;
    }
}
