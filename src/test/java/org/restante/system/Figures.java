package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What {@code GET /restante/metrics} answered.
 *
 * @param values by name and labels, as they are written
 */
record Figures(Map<String, Double> values) {

    /** Those of a node as of now. */
    static Figures of(ServerNode node) {
        HttpResponse<String> answer = Nodes.get(new Client(node, "guest", "guest"), "/restante/metrics");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, Double> values = new TreeMap<>();
        answer.body().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            values.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
        });
        return new Figures(values);
    }

    /** A figure; 0 where it is not there. */
    double get(String series) {
        return values.getOrDefault(series, 0.0);
    }

    /** How often an operation came to that. */
    double operations(String capability, String operation, String outcome) {
        return get("restante_operation_seconds_count{capability=\"" + capability + "\",operation=\"" + operation
                + "\",outcome=\"" + outcome + "\"}");
    }

    /** All names, without labels. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        values.keySet().forEach(series -> names.add(series.replaceFirst("\\{.*", "")));
        return names;
    }
}
