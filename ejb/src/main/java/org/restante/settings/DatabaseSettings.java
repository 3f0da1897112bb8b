package org.restante.settings;

import java.time.Duration;
import org.restante.database.SchemaMode;

/**
 * How the database is used.
 *
 * @param schemaMode what start-up does about the schema
 * @param statementTimeout after which a statement that waits is given up
 */
public record DatabaseSettings(SchemaMode schemaMode, Duration statementTimeout) {

    public static final String SCHEMA_MODE = "restante.schema.mode";
    public static final String STATEMENT_TIMEOUT = "restante.database.statement-timeout";

    static DatabaseSettings read(SettingsReader reader) {
        return new DatabaseSettings(
                reader.choice(SCHEMA_MODE, SchemaMode.class, SchemaMode.MIGRATE),
                reader.duration(
                        STATEMENT_TIMEOUT, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(10)));
    }
}
