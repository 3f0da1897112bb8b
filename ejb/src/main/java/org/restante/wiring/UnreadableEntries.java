package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.restante.storage.UnreadableEntry;

/** Tells of entries that could not be read: in the log, as a CDI event, and in a count. */
@ApplicationScoped
class UnreadableEntries implements Consumer<UnreadableEntry> {

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

    /** How many times an unreadable entry was met since the start. */
    long count() {
        return count.sum();
    }
}
