package org.restante.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the schema to the version of this code, or refuses it. Nodes that start at once wait for each other. The history
 * has a table of its own, so the schema may share a database with an application's.
 */
final class Schema {

    static final String HISTORY_TABLE = "restante_schema_history";

    private final DataSource dataSource;
    private final SchemaMode mode;

    Schema(DataSource dataSource, SchemaMode mode) {
        this.dataSource = dataSource;
        this.mode = mode;
    }

    /**
     * Prepares the schema; to be called outside any transaction.
     *
     * @throws SchemaException when it is newer than this code, or, with {@link SchemaMode#VALIDATE}, not up to date
     */
    void prepare(Dialect dialect) {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations(dialect.migrations())
                .table(HISTORY_TABLE)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .cleanDisabled(true)
                .load();
        try {
            refuseNewer(flyway.info());
            if (mode == SchemaMode.MIGRATE) {
                flyway.migrate();
            } else if (mode == SchemaMode.VALIDATE) {
                flyway.validate();
            }
        } catch (FlywayException e) {
            throw new SchemaException("the schema is not usable: " + e.getMessage(), e);
        }
    }

    private static void refuseNewer(MigrationInfoService info) {
        for (MigrationInfo applied : info.applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new SchemaException(
                        "the schema has version " + applied.getVersion() + ", which is newer than this code knows",
                        null);
            }
        }
    }
}
