package org.restante.rollback;

import java.time.Instant;
import java.util.UUID;

/**
 * What a witness saw last of a database.
 *
 * @param lineage which database it was; copies and backups are of one lineage
 * @param witness whose row of it
 * @param epoch the time that stood there, to the microsecond
 */
public record Sighting(UUID lineage, UUID witness, Instant epoch) {}
