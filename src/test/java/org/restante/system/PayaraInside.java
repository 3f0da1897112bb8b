package org.restante.system;

import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.restante.run.ServerHome;

/** The Payara that Arquillian deploys its tests to, where it is told to; a WildFly it starts by itself. */
final class PayaraInside {

    private static final String KIND = "payara";

    private static @Nullable ServerNode node;

    private PayaraInside() {}

    static void startIfAsked() {
        if (KIND.equals(System.getProperty("arquillian.launch"))) {
            node = new ServerNode(
                    ServerHome.of(KIND, Settings.PAYARA),
                    ServerNode.settings(
                            "inside-payara",
                            300,
                            Map.of(
                                    "test.database.port",
                                    String.valueOf(Database.port()),
                                    "test.database.name",
                                    Database.CONTAINER)),
                    nothing());
            node.start();
        }
    }

    static void stop() {
        if (node != null) {
            node.kill();
        }
    }

    /** An application that is there once the server is. */
    private static Path nothing() {
        Path file = Settings.WORK.resolve("nothing.war");
        ShrinkWrap.create(WebArchive.class, "nothing.war")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(file.toFile(), true);
        return file;
    }
}
