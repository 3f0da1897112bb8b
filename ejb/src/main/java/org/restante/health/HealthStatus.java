package org.restante.health;

import java.util.HashMap;
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

    /** It serves, but not as well as it should, for that reason: shown as {@code degraded} among the data. */
    public static HealthStatus degraded(String reason, Map<String, String> data) {
        Map<String, String> all = new HashMap<>(data);
        all.put("degraded", reason);
        return new HealthStatus(true, all);
    }

    /** It is not, for that reason. */
    public static HealthStatus down(String reason) {
        return new HealthStatus(false, Map.of("reason", reason));
    }
}
