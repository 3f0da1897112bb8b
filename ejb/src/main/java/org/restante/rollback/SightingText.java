package org.restante.rollback;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A sighting as witnesses keep it, under its lineage: {@code witness epoch}. */
public final class SightingText {

    private SightingText() {}

    /** The text for a sighting. */
    public static String of(Sighting sighting) {
        return sighting.witness() + " " + sighting.epoch();
    }

    /** The sighting of a text; nothing where the text is none of ours. */
    public static Optional<Sighting> read(String lineage, String text) {
        String[] parts = text.split(" ", 2);
        try {
            return Optional.of(new Sighting(
                    UUID.fromString(lineage), UUID.fromString(parts[0]), Instant.parse(parts[parts.length - 1])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
