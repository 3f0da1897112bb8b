package org.restante.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings the schema to the version of this code, or refuses it. Nodes that start at once wait for each other. The history
 * has a table of its own, so the schema may share a database with an application's.
 */
final class Schema {

    static final String HISTORY_TABLE = "restante_schema_history";

    private static final String ADVERTISEMENT = "Need more flexibility";

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
    void prepare(Dialect dialect) throws SQLException {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations(dialect.migrations())
                .table(HISTORY_TABLE)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .cleanDisabled(true)
                .load();
        try {
            prepare(flyway, flyway.info(), dialect);
        } catch (FlywayException e) {
            throw new SchemaException("the schema is not usable: " + message(e), e);
        }
    }

    private void prepare(Flyway flyway, MigrationInfoService info, Dialect dialect) throws SQLException {
        refuseNewer(info);
        if (mode == SchemaMode.MIGRATE) {
            if (info.pending().length > 0) {
                new MigrationLock(dataSource, dialect).run(flyway::migrate);
            } else {
                flyway.validate();
            }
        } else if (mode == SchemaMode.VALIDATE) {
            refuseOlder(info);
            flyway.validate();
        }
    }

    private static void refuseNewer(MigrationInfoService info) {
        Optional<MigrationVersion> applied = newest(info, MigrationState::isApplied);
        Optional<MigrationVersion> known = known(info);
        if (applied.isPresent() && known.isPresent() && applied.get().isNewerThan(known.get())) {
            throw new SchemaException(
                    "the schema has version " + applied.get() + ", which is newer than version " + known.get()
                            + ", the newest that this Restante knows: run the Restante that migrated it, or a newer one",
                    null);
        }
    }

    private static void refuseOlder(MigrationInfoService info) {
        if (info.pending().length > 0) {
            String needed = known(info).map(version -> "version " + version).orElse("a later version");
            throw new SchemaException(
                    "the schema is older than " + needed + ", which this Restante needs: migrate it with the published"
                            + " SQL, or set restante.schema.mode to migrate",
                    null);
        }
    }

    private static Optional<MigrationVersion> known(MigrationInfoService info) {
        // a baseline says where a history begins, and counts as resolved without any file
        return newest(info, state -> state.isResolved() && state != MigrationState.BASELINE);
    }

    private static Optional<MigrationVersion> newest(MigrationInfoService info, Predicate<MigrationState> wanted) {
        return Arrays.stream(info.all())
                .filter(migration -> wanted.test(migration.getState()))
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private static String message(FlywayException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf(ADVERTISEMENT);
        return end < 0 ? message : message.substring(0, end);
    }
}
