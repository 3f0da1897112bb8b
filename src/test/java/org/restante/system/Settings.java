package org.restante.system;

import java.nio.file.Path;

/** What the build tells the tests. */
final class Settings {

    static final Path EAR = path("restante.test.ear");
    static final Path WORK = path("restante.test.work");
    static final Path WILDFLY = path("restante.test.wildfly");
    static final Path PAYARA = path("restante.test.payara");
    static final Path RUN = path("restante.test.run");
    static final Path SOURCES = path("restante.test.scripts");

    private Settings() {}

    private static Path path(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run these tests with mvn verify");
        }
        return Path.of(value).normalize();
    }
}
