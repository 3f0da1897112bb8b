package org.restante.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What was counted in the last hour, in memory. Thread-safe. */
final class Samples {

    static final Duration KEPT = Duration.ofHours(1);

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * What was counted at one moment.
     *
     * @param operations since the start, by capability
     * @param claims since the start, by outcome
     * @param waiting messages that wait for conversations
     */
    record Sample(Instant at, Map<String, Double> operations, Map<String, Double> claims, double waiting) {}

    synchronized void add(Sample sample) {
        samples.addLast(sample);
        while (samples.getFirst().at().isBefore(sample.at().minus(KEPT))) {
            samples.removeFirst();
        }
    }

    synchronized List<Sample> all() {
        return List.copyOf(samples);
    }

    /** How often in a second, between each two samples; a count that begins anew begins with 0. */
    static List<Series> rates(List<Sample> samples, Function<Sample, Map<String, Double>> counts) {
        Set<String> names = new TreeSet<>();
        samples.forEach(sample -> names.addAll(counts.apply(sample).keySet()));
        List<Series> all = new ArrayList<>();
        for (String name : names) {
            List<Point> points = new ArrayList<>();
            for (int at = 1; at < samples.size(); at++) {
                Sample before = samples.get(at - 1);
                Sample after = samples.get(at);
                double seconds =
                        Math.max(1e-3, Duration.between(before.at(), after.at()).toMillis() / 1e3);
                double more = counts.apply(after).getOrDefault(name, 0.0)
                        - counts.apply(before).getOrDefault(name, 0.0);
                points.add(new Point(after.at(), Math.max(0, more) / seconds));
            }
            all.add(new Series(name, points));
        }
        return all;
    }

    /** A line of a chart. */
    record Series(String name, List<Point> points) {}

    /** A value at a moment. */
    record Point(Instant at, double value) {}
}
