package org.restante.baileys;

/** What an import does about files that it cannot read. */
public enum WhenUnreadable {
    /** Nothing is imported. */
    REFUSE,
    /** The others are imported. Without {@code creds.json} that leaves the profile's credentials as they were. */
    SKIP
}
