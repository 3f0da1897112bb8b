package org.restante.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.web.console.Samples.Point;
import org.restante.web.console.Samples.Sample;
import org.restante.web.console.Samples.Series;

class SamplesTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");

    private final Samples samples = new Samples();

    @Test
    void whatIsOlderThanAnHourIsForgotten() {
        for (int seconds = 0; seconds <= 3615; seconds += 15) {
            samples.add(sample(seconds, Map.of()));
        }

        assertThat(samples.all()).hasSize(241);
        assertThat(samples.all().get(0).at()).isEqualTo(BEGIN.plusSeconds(15));
    }

    @Test
    void countsBecomeRatesAndOneThatBeginsAnewBeginsWithNone() {
        samples.add(sample(0, Map.of("storage", 10.0)));
        samples.add(sample(10, Map.of("storage", 30.0, "chat", 5.0)));
        samples.add(sample(20, Map.of("storage", 3.0, "chat", 5.0)));

        assertThat(Samples.rates(samples.all(), Sample::operations))
                .containsExactly(
                        new Series("chat", List.of(point(10, 0.5), point(20, 0))),
                        new Series("storage", List.of(point(10, 2), point(20, 0))));
    }

    @Test
    void aChartHasItsHighestValueAtTheUpperEdgeAndNowAtTheRight() {
        Series line = new Series("storage", List.of(point(0, 1), point(1800, 4)));

        Chart chart = Chart.of("Operations", "per second", BEGIN.plusSeconds(1800), List.of(line));

        assertThat(chart.top()).isEqualTo("4");
        assertThat(chart.lines().get(0).points()).isEqualTo("150.0,61.0 300.0,4.0 ");
        assertThat(chart.summary()).isEqualTo("Operations, per second, now: storage 4");
        assertThat(Chart.of("Operations", "per second", BEGIN, List.of(new Series("storage", List.of())))
                        .isBlank())
                .isTrue();
    }

    private static Sample sample(int seconds, Map<String, Double> operations) {
        return new Sample(BEGIN.plusSeconds(seconds), operations, Map.of(), 0);
    }

    private static Point point(int seconds, double value) {
        return new Point(BEGIN.plusSeconds(seconds), value);
    }
}
