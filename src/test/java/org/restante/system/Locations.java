package org.restante.system;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where on the class path something is. */
final class Locations {

    private Locations() {}

    /** The JAR or the folder that holds the class. */
    static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
