package org.restante.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;

/**
 * The figures of this node. They are counted here rather than by the server, since not every server can. Thread-safe; to be
 * closed.
 */
public final class Metrics implements AutoCloseable {

    /** The format of {@link #text}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /**
     * Adds a figure that is asked for each time.
     *
     * @param name with dots between its words, {@code restante.cluster.members}
     * @param figure may fail, and is left out then
     */
    public void gauge(String name, String description, Supplier<Number> figure) {
        Gauge.builder(name, figure).description(description).register(registry);
    }

    /** All figures as of now, as a Prometheus server reads them. */
    public String text() {
        return registry.scrape(CONTENT_TYPE);
    }

    @Override
    public void close() {
        registry.close();
    }
}
