package org.restante.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.postgresql.Driver;
import org.restante.run.ServerHome;

/**
 * What every whole-system test stands on, made before the first and ended after the last: the database, and the
 * servers' homes that know it. Arquillian reads its configuration later, and finds the properties set here.
 */
public final class SystemSession implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Database.start();
        try {
            for (ServerHome home : Servers.all()) {
                home.addDriver(Locations.of(Driver.class));
                home.configure(List.of(
                        home.script(Settings.SOURCES.resolve("run"), "quiet"),
                        home.script(Settings.SOURCES.resolve("test"), "postgresql")));
            }
            PayaraInside.startIfAsked();
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
        PayaraInside.stop();
        Database.stop();
    }
}
