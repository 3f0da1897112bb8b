package org.restante.rollback;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.restante.entry.RestanteException;
import org.restante.storage.ReadyDatabase;

/** Compares the rows of this node's witnesses with what they remember, and looks for what other nodes' have told. */
public final class EpochWatch implements RollbackWatch {

    /** Rows of nodes that are gone are kept so long; what is older proves nothing. */
    public static final Duration KEPT = Duration.ofDays(366);

    private static final Logger LOG = System.getLogger(EpochWatch.class.getName());

    private final ReadyDatabase database;
    private final EpochTable table;
    private final List<EpochWitness> witnesses;
    private volatile RollbackState state = new RollbackState.NotCompared("the database was not reached yet");
    private boolean failing;

    public EpochWatch(ReadyDatabase database, List<EpochWitness> witnesses) {
        this.database = database;
        this.table = new EpochTable(database);
        this.witnesses = List.copyOf(witnesses);
    }

    @Override
    public RollbackState state() {
        return state;
    }

    @Override
    public synchronized boolean compare() {
        try {
            UUID lineage = table.lineage();
            witnesses.forEach(witness -> look(lineage, witness));
            if (state instanceof RollbackState.NotCompared) {
                table.forget(database.now().minus(KEPT));
            }
            become(table.inDoubt().<RollbackState>map(doubt -> doubt).orElseGet(RollbackState.Consistent::new));
            failing = false;
            return true;
        } catch (RestanteException e) {
            fail(e);
            return false;
        }
    }

    @Override
    public boolean acknowledge(String by, Predicate<BooleanSupplier> within) {
        boolean acknowledged = within.test(() -> table.acknowledge(database.now()));
        if (acknowledged) {
            LOG.log(Level.WARNING, "The restored database was acknowledged by {0}: it is used as it is", by);
            compare();
        }
        return acknowledged;
    }

    private void look(UUID lineage, EpochWitness witness) {
        Instant now = database.now();
        Optional<Sighting> last = last(lineage, witness.sightings(), now);
        UUID id = last.map(Sighting::witness).orElseGet(UUID::randomUUID);
        Instant seen = last.map(Sighting::epoch).orElse(Instant.EPOCH);
        table.raise(id, seen, now);
        Instant epoch = table.epoch(id);
        if (epoch.isAfter(seen)) {
            witness.saw(new Sighting(lineage, id, epoch));
        }
    }

    private static Optional<Sighting> last(UUID lineage, Collection<Sighting> sightings, Instant now) {
        Optional<Sighting> last = sightings.stream()
                .filter(sighting -> sighting.lineage().equals(lineage))
                .findFirst();
        if (last.isEmpty() && !sightings.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "This is another database than the one seen before, a new one perhaps (its lineage is {0}): whether it"
                            + " was set back is not known",
                    lineage);
        }
        return last.filter(sighting -> sighting.epoch().isAfter(now.minus(KEPT)));
    }

    private void become(RollbackState now) {
        RollbackState before = state;
        state = now;
        if (now instanceof RollbackState.RolledBack back && !now.equals(before)) {
            LOG.log(
                    Level.ERROR,
                    "THE DATABASE WENT BACK IN TIME: it was seen at {0} and is back at {1}. Keys that were used since may be"
                            + " used again. This node is not ready until an operator acknowledges it:"
                            + " POST /restante/api/rollback/acknowledgement",
                    back.expected(),
                    back.found() == null ? "an unknown time" : back.found());
        } else if (now instanceof RollbackState.Consistent && before instanceof RollbackState.RolledBack) {
            LOG.log(Level.INFO, "That the database went back is acknowledged: this node goes on");
        }
    }

    private void fail(RestanteException failure) {
        if (!failing) {
            LOG.log(Level.WARNING, "Whether the database was set back cannot be told at the moment", failure);
        }
        failing = true;
        if (state instanceof RollbackState.NotCompared) {
            state = new RollbackState.NotCompared(String.valueOf(failure.getMessage()));
        }
    }
}
