package org.restante.web.console;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of this node at one moment, as they are published for Prometheus: so the console shows what everybody sees, and
 * a figure that nobody counts is not shown.
 */
final class Figures {

    private static final Pattern LINE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? (\\S+)");

    private final String text;

    Figures(String text) {
        this.text = text;
    }

    /** The sum of a figure over all its labels; empty where there is none. */
    OptionalDouble sum(String name) {
        Map<String, Double> all = by(name, null);
        return all.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        all.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    /** The largest of a figure over all its labels; empty where there is none. */
    OptionalDouble largest(String name) {
        return lines(name)
                .mapToDouble(line -> number(line.group(3)))
                .filter(Double::isFinite)
                .max();
    }

    /** A figure summed up for each value of that label. */
    Map<String, Double> by(String name, @Nullable String label) {
        Map<String, Double> sums = new HashMap<>();
        lines(name).forEach(line -> {
            double value = number(line.group(3));
            if (Double.isFinite(value)) {
                sums.merge(value(line.group(2), label), value, Double::sum);
            }
        });
        return sums;
    }

    private Stream<Matcher> lines(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(1).equals(name));
    }

    private static String value(@Nullable String labels, @Nullable String label) {
        if (labels == null || label == null) {
            return "";
        }
        Matcher found = Pattern.compile("(?:^|,)" + label + "=\"([^\"]*)\"").matcher(labels);
        return found.find() ? found.group(1) : "";
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN; // +Inf as Prometheus writes it
        }
    }
}
