package org.restante.metrics;

import static org.assertj.core.api.Assertions.assertThat;

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
