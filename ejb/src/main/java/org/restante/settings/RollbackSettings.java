package org.restante.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How it is noticed that the database went back.
 *
 * @param file where the node remembers what it saw; unless it is given, in the server's own data folder where one is known
 */
public record RollbackSettings(Optional<Path> file) {

    public static final String FILE = "restante.epoch.file";

    private static final String DEFAULT_NAME = "restante-epoch.properties";

    static RollbackSettings read(SettingsReader reader) {
        return new RollbackSettings(reader.path(FILE)
                .or(() -> in(reader, "jboss.server.data.dir")) // WildFly
                .or(() -> in(reader, "com.sun.aas.instanceRoot"))); // Payara
    }

    private static Optional<Path> in(SettingsReader reader, String folder) {
        return reader.path(folder).map(path -> path.resolve(DEFAULT_NAME));
    }
}
