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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.run.ServerHome;
import org.restante.run.ServerSettings;
import org.restante.testing.Scenario;

/** Taken out of a running server and put into it again, Restante leaves nothing of itself behind. */
class RedeployIT {

    private static final Duration FORGOTTEN = Duration.ofSeconds(30);
    private static final int CLUSTER_PORT = 5741;
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable ServerNode started;

    @AfterEach
    void kill() {
        if (started != null) {
            started.kill();
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    @Scenario({"R13", "W6"})
    void threeTimesItWorksAndLeavesNoThreadNoPortAndNoMember(ServerHome home) throws IOException {
        ServerSettings settings = ServerNode.settings("redeployed-" + home.kind(), 600, properties());
        ServerNode node = new ServerNode(home, settings, Settings.EAR);
        DeploymentFolder folder = DeploymentFolder.of(home, settings.base());
        started = node;
        node.start();
        ServerProcess server = node.process();

        for (int i = 0; i < 3; i++) {
            assertServesAsTheOnlyMember(node);
            folder.undeploy();
            await().untilAsserted(() -> assertThat(server.threads())
                    .noneMatch(name -> name.startsWith("hz.") || name.contains("restante")));
            assertThat(isFree("127.0.0.1")).isTrue();
            awaitForgotten(server, "com.hazelcast.instance.impl.HazelcastInstanceImpl");
            awaitForgotten(server, "org.restante.wiring.Startup");
            folder.deploy();
        }
        assertServesAsTheOnlyMember(node);
    }

    private static void assertServesAsTheOnlyMember(ServerNode node) throws IOException {
        Client viewer = new Client(node, "guest", "guest");
        JsonNode ready =
                JSON.readTree(Nodes.get(viewer, "/restante/health/ready").body());

        assertThat(ready.at("/status").asText()).isEqualTo("UP");
        assertThat(ready.at("/checks/0/name").asText()).isEqualTo("cluster");
        assertThat(ready.at("/checks/0/data/members").asText()).isEqualTo("1");
        assertThat(node.process().threads()).anyMatch(name -> name.startsWith("hz."));
        assertThat(isFree("127.0.0.1")).isFalse();
        assertThat(isFree("127.0.0.2")).as("not listened at all addresses").isTrue();
    }

    /** What had been put off when it stopped is dropped at its time, seconds later. */
    private static void awaitForgotten(ServerProcess server, String type) {
        await().atMost(FORGOTTEN).until(() -> server.reachable(type) == 0);
    }

    static List<ServerHome> homes() {
        return Stream.of(Servers.first(), Servers.second()).distinct().toList();
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
