package org.restante.rollback.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.restante.rollback.EpochWitness;
import org.restante.rollback.Sighting;

/**
 * Remembers in a file, so that a node notices after its start what happened while it was down. A file that cannot be read is
 * begun anew; while it cannot be written, the process remembers. Both are said in the log and stop nothing.
 */
public final class FileWitness implements EpochWitness {

    private static final Logger LOG = System.getLogger(FileWitness.class.getName());

    private final WitnessFile file;
    private final Map<UUID, Sighting> sightings = new HashMap<>();
    private boolean writable = true;

    private FileWitness(WitnessFile file) {
        this.file = file;
    }

    /** The witness with what the file holds, if there is one. */
    public static FileWitness open(Path path) {
        FileWitness witness = new FileWitness(new WitnessFile(path));
        try {
            witness.file.read().forEach(sighting -> witness.sightings.put(sighting.lineage(), sighting));
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The epoch file {0} cannot be read and is begun anew: a database that was set back before this start"
                            + " is not noticed by it: {1}",
                    witness.file,
                    e);
        }
        return witness;
    }

    @Override
    public synchronized Collection<Sighting> sightings() {
        return List.copyOf(withThoseOfOthers().values());
    }

    @Override
    public synchronized void saw(Sighting sighting) {
        sightings.put(sighting.lineage(), sighting);
        try {
            file.write(withThoseOfOthers().values());
            if (!writable) {
                LOG.log(Level.INFO, "The epoch file {0} can be written again", file);
            }
            writable = true;
        } catch (IOException e) {
            if (writable) {
                LOG.log(
                        Level.WARNING,
                        "The epoch file {0} cannot be written: that a database is set back is noticed only while this"
                                + " process runs: {1}",
                        file,
                        e);
            }
            writable = false;
        }
    }

    /** Two applications of one server share the file, and with it a row: each keeps what the other saw, and goes by it. */
    private Map<UUID, Sighting> withThoseOfOthers() {
        Map<UUID, Sighting> all = new HashMap<>(sightings);
        try {
            for (Sighting other : file.read()) {
                all.merge(other.lineage(), other, FileWitness::later);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Damaged, and overwritten: " + file, e);
        }
        return all;
    }

    private static Sighting later(Sighting own, Sighting other) {
        return other.epoch().isAfter(own.epoch()) ? other : own;
    }
}
