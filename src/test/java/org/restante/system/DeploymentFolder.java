package org.restante.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.restante.run.ServerHome;

/** The folder that a running server watches: the EAR in it is taken out of the server and put into it again. */
sealed interface DeploymentFolder {

    /** As long as a server may take to look again, and to do it. */
    Duration SCANNED = Duration.ofMinutes(1);

    /** That of the server with this base folder. */
    static DeploymentFolder of(ServerHome home, Path base) {
        return home.kind().equals("payara")
                ? new Payara(base.resolve("autodeploy").resolve("restante.ear"))
                : new WildFly(base.resolve("deployments").resolve("restante.ear"));
    }

    /** Returns when the server has done it. */
    void undeploy() throws IOException;

    /** Returns when the server has done it. */
    void deploy() throws IOException;

    private static void await(Path marker) {
        Awaitility.await().atMost(SCANNED).until(() -> Files.exists(marker));
    }

    /** The EAR stays, and files beside it say what is wanted. */
    record WildFly(Path ear) implements DeploymentFolder {

        @Override
        public void undeploy() throws IOException {
            Files.delete(beside(".deployed"));
            DeploymentFolder.await(beside(".undeployed"));
        }

        @Override
        public void deploy() throws IOException {
            Files.createFile(beside(".dodeploy"));
            DeploymentFolder.await(beside(".deployed"));
        }

        private Path beside(String ending) {
            return ear.resolveSibling(ear.getFileName() + ending);
        }
    }

    /** What is in the folder is deployed. */
    record Payara(Path ear) implements DeploymentFolder {

        @Override
        public void undeploy() throws IOException {
            Files.delete(ear);
            DeploymentFolder.await(beside("_undeployed"));
        }

        @Override
        public void deploy() throws IOException {
            Files.copy(Settings.EAR, ear);
            DeploymentFolder.await(beside("_deployed"));
        }

        private Path beside(String ending) {
            return ear.resolveSibling(ear.getFileName() + ending);
        }
    }
}
