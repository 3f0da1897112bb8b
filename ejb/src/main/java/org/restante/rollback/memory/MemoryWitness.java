package org.restante.rollback.memory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.restante.rollback.EpochWitness;
import org.restante.rollback.Sighting;

/** Remembers while the process runs. */
public final class MemoryWitness implements EpochWitness {

    private final Map<UUID, Sighting> sightings = new ConcurrentHashMap<>();

    @Override
    public Collection<Sighting> sightings() {
        return List.copyOf(sightings.values());
    }

    @Override
    public void saw(Sighting sighting) {
        sightings.put(sighting.lineage(), sighting);
    }
}
