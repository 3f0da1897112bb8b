package org.restante.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.SortedMap;
import java.util.TreeMap;

/** All checks at once. */
public final class HealthChecks {

    private static final Logger LOG = System.getLogger(HealthChecks.class.getName());

    private HealthChecks() {}

    /** What each answers, by their names; one that throws is down. */
    public static SortedMap<String, HealthStatus> ask(Iterable<HealthCheck> checks) {
        SortedMap<String, HealthStatus> answers = new TreeMap<>();
        checks.forEach(check -> answers.put(check.name(), ask(check)));
        return answers;
    }

    private static HealthStatus ask(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The health check " + check.name() + " failed", e);
            return HealthStatus.down("the check itself failed; the log of the server tells why");
        }
    }
}
