package org.restante.rollback.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.restante.cluster.CallingThread;
import org.restante.rollback.EpochWitness;
import org.restante.rollback.Sighting;
import org.restante.rollback.SightingText;

/**
 * Remembers in the memory of the cluster, so that a node without a memory of its own notices what the others saw. All nodes
 * raise one row. While the cluster cannot be asked, the process remembers; that is said in the log and stops nothing.
 */
public final class GridWitness implements EpochWitness {

    private static final Logger LOG = System.getLogger(GridWitness.class.getName());

    private final Supplier<HazelcastInstance> member;
    private final Map<UUID, Sighting> own = new HashMap<>();
    private boolean reached = true;

    /** @param member first asked for when there is something to remember; configured with {@link EpochsConfig} */
    public GridWitness(Supplier<HazelcastInstance> member) {
        this.member = member;
    }

    @Override
    public synchronized Collection<Sighting> sightings() {
        Map<UUID, Sighting> all = new HashMap<>(own);
        inGrid(epochs -> epochs.forEach((lineage, text) -> SightingText.read(lineage, text)
                .ifPresent(sighting -> all.merge(sighting.lineage(), sighting, GridWitness::common))));
        return List.copyOf(all.values());
    }

    @Override
    public synchronized void saw(Sighting sighting) {
        own.put(sighting.lineage(), sighting);
        inGrid(epochs -> remember(epochs, sighting));
    }

    /** That of the same witness which is later; where there are two witnesses, the one that others know as well. */
    private static Sighting common(Sighting own, Sighting known) {
        boolean newer = own.witness().equals(known.witness()) && own.epoch().isAfter(known.epoch());
        return newer ? own : known;
    }

    /** What another witness saw stays: replaced by what this one saw since, it could not tell that the database went back. */
    private static void remember(IMap<String, String> epochs, Sighting sighting) {
        String lineage = sighting.lineage().toString();
        String text = SightingText.of(sighting);
        String known = epochs.putIfAbsent(lineage, text);
        while (known != null && gives(lineage, known, sighting) && !epochs.replace(lineage, known, text)) {
            known = epochs.get(lineage);
        }
    }

    private static boolean gives(String lineage, String known, Sighting sighting) {
        return SightingText.read(lineage, known)
                .map(other -> other.witness().equals(sighting.witness())
                        && other.epoch().isBefore(sighting.epoch()))
                .orElse(true);
    }

    private void inGrid(Consumer<IMap<String, String>> work) {
        try {
            work.accept(member.get().getMap(EpochsConfig.EPOCHS));
            if (!reached) {
                LOG.log(Level.INFO, "The cluster remembers again when the database was seen last");
            }
            reached = true;
        } catch (RuntimeException e) { // whatever it is: others remember too, and nothing may be stopped by it
            if (reached) {
                LOG.log(Level.WARNING, "The cluster cannot remember when the database was seen last", e);
            }
            reached = false;
        } finally {
            CallingThread.forgetGrid();
        }
    }
}
