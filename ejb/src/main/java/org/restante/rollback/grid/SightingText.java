package org.restante.rollback.grid;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.restante.rollback.Sighting;

/** A sighting as the cluster keeps it, under its lineage: {@code witness epoch}. */
final class SightingText {

    private SightingText() {}

    static String of(Sighting sighting) {
        return sighting.witness() + " " + sighting.epoch();
    }

    /** Nothing where it is none of ours. */
    static Optional<Sighting> read(String lineage, String text) {
        String[] parts = text.split(" ", 2);
        try {
            return Optional.of(new Sighting(
                    UUID.fromString(lineage), UUID.fromString(parts[0]), Instant.parse(parts[parts.length - 1])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
