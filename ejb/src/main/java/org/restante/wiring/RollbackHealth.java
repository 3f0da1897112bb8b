package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.restante.health.HealthCheck;
import org.restante.health.HealthStatus;
import org.restante.rollback.RollbackState;
import org.restante.rollback.RollbackWatch;

/** Down from when it is noticed that the database went back until an operator acknowledges it. */
@ApplicationScoped
class RollbackHealth implements HealthCheck {

    @Inject
    RollbackWatch watch;

    @Override
    public String name() {
        return "databaseRollback";
    }

    @Override
    public HealthStatus check() {
        RollbackState state = watch.state();
        if (state instanceof RollbackState.NotCompared notCompared) {
            return HealthStatus.down("whether the database went back is not known yet: " + notCompared.reason());
        }
        return state instanceof RollbackState.RolledBack back ? down(back) : HealthStatus.healthy();
    }

    private static HealthStatus down(RollbackState.RolledBack back) {
        return new HealthStatus(
                false,
                Map.of(
                        "reason",
                        "the database went back in time, to an older backup perhaps; an operator acknowledges it with"
                                + " POST /restante/api/rollback/acknowledgement",
                        "expected",
                        back.expected().toString(),
                        "found",
                        back.found() == null ? "unknown" : back.found().toString()));
    }
}
