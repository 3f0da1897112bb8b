package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

/** Taken out of a running server and put into it again, Restante leaves nothing of itself behind. */
class RedeployIT {

    private static final Duration SCANNED = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofSeconds(30);
    private static final int CLUSTER_PORT = 5741;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path base = Settings.WORK.resolve("redeployed");
    private final Path ear = base.resolve("deployments").resolve("restante.ear");
    private final WildFlyNode node = new WildFlyNode("redeployed", 600, properties());

    @AfterEach
    void kill() {
        node.kill();
    }

    @Test
    @Scenario({"R13", "W6"})
    void threeTimesItWorksAndLeavesNoThreadNoPortAndNoMember() throws IOException {
        node.start();
        ServerProcess server = ServerProcess.of(base);

        for (int i = 0; i < 3; i++) {
            assertServesAsTheOnlyMember(server);
            undeploy();
            await().untilAsserted(() -> assertThat(server.threads())
                    .noneMatch(name -> name.startsWith("hz.") || name.contains("restante")));
            assertThat(isFree("127.0.0.1")).isTrue();
            awaitForgotten(server, "com.hazelcast.instance.impl.HazelcastInstanceImpl");
            awaitForgotten(server, "org.restante.wiring.Startup");
            deploy();
        }
        assertServesAsTheOnlyMember(server);
    }

    private void assertServesAsTheOnlyMember(ServerProcess server) throws IOException {
        Client viewer = new Client(node, "guest", "guest");
        JsonNode ready =
                JSON.readTree(Nodes.get(viewer, "/restante/health/ready").body());

        assertThat(ready.at("/status").asText()).isEqualTo("UP");
        assertThat(ready.at("/checks/0/name").asText()).isEqualTo("cluster");
        assertThat(ready.at("/checks/0/data/members").asText()).isEqualTo("1");
        assertThat(server.threads()).anyMatch(name -> name.startsWith("hz."));
        assertThat(isFree("127.0.0.1")).isFalse();
        assertThat(isFree("127.0.0.2")).as("not listened at all addresses").isTrue();
    }

    /** What had been put off when it stopped is dropped at its time, seconds later. */
    private static void awaitForgotten(ServerProcess server, String type) {
        await().atMost(FORGOTTEN).until(() -> server.reachable(type) == 0);
    }

    private void undeploy() throws IOException {
        Files.delete(marker("deployed"));
        await().atMost(SCANNED).until(() -> Files.exists(marker("undeployed")));
    }

    private void deploy() throws IOException {
        Files.createFile(marker("dodeploy"));
        await().atMost(SCANNED).until(() -> Files.exists(marker("deployed")));
    }

    private Path marker(String state) {
        return ear.resolveSibling(ear.getFileName() + "." + state);
    }

    private static Map<String, String> properties() {
        Map<String, String> all = new HashMap<>(Client.USERS);
        all.put("test.database.port", String.valueOf(Database.port()));
        all.put("test.database.name", Database.NODES);
        all.put("restante.cluster.port", String.valueOf(CLUSTER_PORT));
        return all;
    }

    private static boolean isFree(String address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), CLUSTER_PORT));
            return true;
        } catch (BindException e) {
            return false;
        }
    }
}
