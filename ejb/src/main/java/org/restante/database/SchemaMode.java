package org.restante.database;

/** What start-up does about the schema. Each mode refuses a schema that is newer than this code. */
public enum SchemaMode {
    /** Brings the schema up to date. */
    MIGRATE,
    /** Refuses a schema that is not up to date, and changes nothing. */
    VALIDATE,
    /** Takes the schema as it is: somebody else keeps it, with the published SQL files. */
    NONE
}
