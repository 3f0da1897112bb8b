package org.restante.health;

/** One of the things without which Restante cannot serve. In a container: a CDI bean, found by this type. Thread-safe. */
public interface HealthCheck {

    /** The name under which the answer is shown: {@code database}, {@code schema}. */
    String name();

    /** Looks now. Bounded in time; what it throws counts as down. */
    HealthStatus check();
}
