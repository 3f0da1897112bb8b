package org.restante.rollback;

import java.util.Collection;

/**
 * Remembers outside the database what was seen of it last: in a file of the node, in the memory of the process or of the
 * cluster. Each witness has a row of its own in the database, so that nobody else can raise it again after it went back. A
 * witness that cannot remember says so in the log and goes on. Thread-safe.
 */
public interface EpochWitness {

    /** The last sighting of each database that this witness met, as far as it remembers. */
    Collection<Sighting> sightings();

    /** Takes the place of the earlier sighting of that lineage; remembered when this returns, where it can be. */
    void saw(Sighting sighting);
}
