package org.restante.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.restante.web.console.Samples.Point;
import org.restante.web.console.Samples.Series;

/**
 * A small chart of the last hour, drawn as SVG.
 *
 * @param unit of the values: {@code per second}
 * @param top the value at its upper edge
 */
public record Chart(String title, String unit, String top, List<Line> lines) {

    static final int WIDTH = 300;
    static final int HEIGHT = 80;
    private static final int COLOURS = 6;

    /**
     * One line.
     *
     * @param points as SVG has them
     * @param last its last value
     * @param colour the number of its colour
     */
    public record Line(String name, String points, String last, int colour) {}

    static Chart of(String title, String unit, Instant now, List<Series> series) {
        double top = series.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::value)
                .max()
                .orElse(0);
        List<Line> lines = new ArrayList<>();
        for (Series line : series) {
            if (!line.points().isEmpty()) {
                double last = line.points().get(line.points().size() - 1).value();
                lines.add(new Line(
                        line.name(), points(line, now, Math.max(top, 1e-9)), number(last), lines.size() % COLOURS));
            }
        }
        return new Chart(title, unit, number(top), lines);
    }

    /** Whether there is nothing to draw yet. */
    public boolean isBlank() {
        return lines.isEmpty();
    }

    /** What the chart tells those who do not see it. */
    public String summary() {
        List<String> values = lines.stream()
                .map(line -> (line.name().isEmpty() ? "" : line.name() + " ") + line.last())
                .toList();
        return title + ", " + unit + ", now: " + String.join(", ", values);
    }

    private static String points(Series line, Instant now, double top) {
        StringBuilder points = new StringBuilder();
        for (Point point : line.points()) {
            double ago = Duration.between(point.at(), now).toMillis() / (double) Samples.KEPT.toMillis();
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", WIDTH * (1 - ago), HEIGHT - (HEIGHT - 4) * point.value() / top));
        }
        return points.toString();
    }

    private static String number(double value) {
        return value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
