package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.restante.database.Database;
import org.restante.database.DatabaseState;
import org.restante.health.HealthCheck;
import org.restante.health.HealthStatus;
import org.restante.settings.Settings;

/** Whether the database answers and its schema fits; no question where nothing is kept in it. */
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

    @Inject
    Database database;

    @Inject
    Settings settings;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public HealthStatus check() {
        if (!settings.usesDatabase()) {
            return new HealthStatus(true, Map.of("used", "no"));
        }
        DatabaseState state = database.check();
        if (state instanceof DatabaseState.NotReady notReady) {
            return HealthStatus.down(notReady.reason());
        }
        DatabaseState.Ready ready = (DatabaseState.Ready) state;
        return new HealthStatus(
                true,
                Map.of(
                        "database", ready.dialect().toString(),
                        "clockSkew", database.clock().skew().toString()));
    }
}
