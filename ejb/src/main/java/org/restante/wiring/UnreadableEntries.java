package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.restante.health.HealthCheck;
import org.restante.health.HealthStatus;
import org.restante.storage.UnreadableEntry;

/** Tells of entries that could not be read: in the log, as a CDI event, and in a count that readiness shows. */
@ApplicationScoped
class UnreadableEntries implements Consumer<UnreadableEntry>, HealthCheck {

    private static final Logger LOG = System.getLogger(UnreadableEntries.class.getName());

    private final LongAdder count = new LongAdder();

    @Inject
    Event<UnreadableEntry> event;

    @Override
    public void accept(UnreadableEntry unreadable) {
        count.increment();
        LOG.log(Level.WARNING, "The entry {0} is unreadable: {1}", unreadable.key(), unreadable.reason());
        event.fire(unreadable);
    }

    /** How often one was met since the start. */
    public long met() {
        return count.sum();
    }

    @Override
    public String name() {
        return "unreadableEntries";
    }

    /** Never down: the entries are the profile's trouble, not the node's. Tells how often one was met since the start. */
    @Override
    public HealthStatus check() {
        return new HealthStatus(true, Map.of("met", String.valueOf(met())));
    }
}
