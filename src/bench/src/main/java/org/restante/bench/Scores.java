package org.restante.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The scores of all rounds of a match. What counts is the median; of ratios, the median of the ratios in each round. */
final class Scores {

    private final List<Map<String, Score>> rounds = new ArrayList<>();

    /**
     * One measurement.
     *
     * @param perSecond operations in a second, by all threads together
     * @param allocated bytes of heap for one operation
     */
    record Score(double perSecond, double allocated) {}

    void add(Map<String, Score> round) {
        rounds.add(round);
    }

    double perSecond(String value) {
        return median(round -> of(round, value).perSecond);
    }

    double allocated(String value) {
        return median(round -> of(round, value).allocated);
    }

    /** How many times as fast as the other. */
    double ratio(String value, String other) {
        return median(round -> of(round, value).perSecond / of(round, other).perSecond);
    }

    private double median(ToDoubleFunction<Map<String, Score>> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Score of(Map<String, Score> round, String value) {
        Score score = round.get(value);
        if (score == null) {
            throw new IllegalArgumentException(value);
        }
        return score;
    }
}
