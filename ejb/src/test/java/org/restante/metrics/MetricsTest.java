package org.restante.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void aFigureIsAskedForEachTime() {
        int[] members = {1};
        try (Metrics metrics = new Metrics()) {
            metrics.gauge("restante.cluster.members", "How many there are.", () -> members[0]);
            assertThat(metrics.text()).contains("\nrestante_cluster_members 1.0\n");

            members[0] = 2;

            assertThat(metrics.text())
                    .contains("# HELP restante_cluster_members How many there are.")
                    .contains("# TYPE restante_cluster_members gauge")
                    .contains("\nrestante_cluster_members 2.0\n");
        }
    }

    @Test
    void whatIsCountedElsewhereIsToldAsLongAsSomebodyAsks() {
        try (Metrics metrics = new Metrics()) {
            WeakReference<Object> garbage = new WeakReference<>(new Object());
            AtomicInteger met = new AtomicInteger();
            metrics.counter("restante.met", "How many.", met::get);
            await().until(() -> {
                System.gc();
                return garbage.get() == null;
            });

            met.set(3);

            assertThat(metrics.text())
                    .contains("# TYPE restante_met_total counter")
                    .contains("\nrestante_met_total 3.0\n");
        }
    }

    @Test
    void ofFiguresThatShareANameTheLargestIsTold() {
        try (Metrics metrics = new Metrics()) {
            metrics.gauge("restante.lag", "How late.", Map.of("capability", "a"), () -> 3);
            metrics.gauge("restante.lag", "How late.", Map.of("capability", "b"), () -> 7);
            metrics.gauge("restante.lag", "How late.", Map.of("capability", "c"), () -> Double.NaN);
            AtomicInteger met = new AtomicInteger(2);
            metrics.counter("restante.met", "How many.", met::get);

            assertThat(metrics.largest("restante.lag")).hasValue(7);
            assertThat(metrics.largest("restante.none")).isEmpty();
            assertThat(metrics.sum("restante.met")).isEqualTo(2);
        }
    }

    @Test
    void aFigureThatFailsHidesNoOther() {
        try (Metrics metrics = new Metrics()) {
            metrics.gauge("restante.broken", "It fails.", () -> {
                throw new IllegalStateException("x");
            });
            metrics.gauge("restante.whole", "It does not.", () -> 7);

            assertThat(metrics.text()).contains("\nrestante_whole 7.0\n");
        }
    }
}
