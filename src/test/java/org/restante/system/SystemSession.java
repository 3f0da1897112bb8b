package org.restante.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.postgresql.Driver;
import org.restante.run.WildFlyHome;

/**
 * What every whole-system test stands on, made before the first and ended after the last: the database, and the
 * WildFly home that knows it. Arquillian reads its configuration later, and finds the properties set here.
 */
public final class SystemSession implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Database.start();
        try {
            WildFlyHome home = new WildFlyHome(Settings.WILDFLY);
            home.addModule(
                    "org.postgresql",
                    Locations.of(Driver.class),
                    "java.sql",
                    "java.naming",
                    "java.management",
                    "jakarta.transaction.api");
            home.configure(List.of(
                    Settings.SOURCES.resolve("run/wildfly/quiet.cli"),
                    Settings.SOURCES.resolve("test/wildfly/postgresql.cli")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Nodes.stopAll();
        Database.stop();
    }
}
