package org.restante.web.health;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.restante.health.HealthStatus;

/**
 * What a health path answers.
 *
 * @param status {@code UP} or {@code DOWN}
 */
record HealthReport(String status, List<Check> checks) {

    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    static HealthReport of(List<Check> checks) {
        boolean up = checks.stream().allMatch(check -> check.status.equals(UP));
        return new HealthReport(up ? UP : DOWN, checks);
    }

    @JsonIgnore
    boolean isUp() {
        return status.equals(UP);
    }

    /**
     * The answer of one check.
     *
     * @param data left out when there is none
     */
    record Check(
            String name,
            String status,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> data) {

        static Check of(String name, HealthStatus answer) {
            return new Check(name, answer.up() ? UP : DOWN, answer.data());
        }
    }
}
