package org.restante.health;

import java.util.Map;

/**
 * The answer of a check.
 *
 * @param data what an operator wants to know, without secrets
 */
public record HealthStatus(boolean up, Map<String, String> data) {

    public HealthStatus {
        data = Map.copyOf(data);
    }

    /** All is well. */
    public static HealthStatus healthy() {
        return new HealthStatus(true, Map.of());
    }

    /** It is not, for that reason. */
    public static HealthStatus down(String reason) {
        return new HealthStatus(false, Map.of("reason", reason));
    }
}
