package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.restante.testing.Scenario;

/** A PostgreSQL that is restored from a backup, a copy of its files; one story in order. */
@TestMethodOrder(OrderAnnotation.class)
@Scenario("B1")
class RollbackIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READY = "/restante/health/ready";
    private static final String ENTRY = "/profiles/of-gate/entries/rollback/k";
    private static final String ACKNOWLEDGEMENT = "/rollback/acknowledgement";

    @TempDir
    static Path folder;

    private static LateDatabase database;
    private static ServerNode node;
    private static Client operator;
    private static Client viewer;

    @BeforeAll
    static void start() throws IOException {
        database = new LateDatabase(folder.resolve("postgresql"));
        database.start();
        Map<String, String> properties = database.properties();
        properties.put("restante.operator.password", Client.OPERATOR_PASSWORD);
        node = new ServerNode("rollback", 400, properties);
        operator = new Client(node, "operator", Client.OPERATOR_PASSWORD);
        viewer = new Client(node, "guest", "guest");
        node.start();
    }

    @AfterAll
    static void stop() throws IOException {
        node.kill();
        database.close();
    }

    @Test
    @Order(1)
    void allIsWellAndThereIsNothingToAcknowledge() {
        awaitReady(200);
        assertThat(text(viewer.get("/rollback"))).isEqualTo("{\"rolledBack\":false,\"expected\":null,\"found\":null}");
        assertThat(acknowledge(viewer).statusCode()).isEqualTo(403);

        HttpResponse<byte[]> answer = acknowledge(operator);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).at("/detail").asText()).contains("nothing to acknowledge");
    }

    @Test
    @Order(2)
    void aRestoredBackupIsNoticedAtStartAndReadinessSaysSo() throws Exception {
        int logged = Files.readString(node.log()).length();
        put("in the backup");
        backUp();
        awaitReady(200);
        put("after the backup");
        awaitSightingAfter(Instant.now());
        node.kill();
        restore();
        node.start();

        awaitReady(503);
        JsonNode checks = JSON.readTree(Nodes.get(viewer, READY).body()).at("/checks");
        assertThat(checks)
                .filteredOn(check -> check.at("/status").asText().equals("DOWN"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.at("/name").asText()).isEqualTo("databaseRollback");
                    assertThat(check.at("/data/reason").asText())
                            .contains("went back", "/restante/api" + ACKNOWLEDGEMENT);
                });
        JsonNode report = json(viewer.get("/rollback"));
        assertThat(report.at("/rolledBack").asBoolean()).isTrue();
        assertThat(Instant.parse(report.at("/expected").asText()))
                .isAfter(Instant.parse(report.at("/found").asText()));
        assertThat(Files.readString(node.log()).substring(logged)).containsOnlyOnce("THE DATABASE WENT BACK IN TIME");
        assertThat(text(operator.get(ENTRY))).isEqualTo("in the backup"); // an operator can look, and repair
    }

    @Test
    @Order(3)
    void anAcknowledgementMakesItReadyForGood() {
        assertThat(acknowledge(viewer).statusCode()).isEqualTo(403);
        assertThat(acknowledge(operator).statusCode()).isEqualTo(204);

        assertThat(Nodes.get(viewer, READY).statusCode()).isEqualTo(200);
        assertThat(acknowledge(operator).statusCode()).isEqualTo(409);
        node.kill();
        node.start();
        assertThat(Nodes.get(viewer, READY).statusCode()).isEqualTo(200);
        assertThat(json(viewer.get("/rollback")).at("/rolledBack").asBoolean()).isFalse();
    }

    @Test
    @Order(4)
    void aRestoreUnderARunningNodeIsNoticedToo() throws Exception {
        restore();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Nodes.get(viewer, READY).body())
                        .contains("went back")
                        .contains("expected"));
        assertThat(acknowledge(operator).statusCode()).isEqualTo(204);
        assertThat(Nodes.get(viewer, READY).statusCode()).isEqualTo(200);
    }

    private static void put(String value) {
        assertThat(operator.put(ENTRY, value).statusCode()).isEqualTo(204);
    }

    private static HttpResponse<byte[]> acknowledge(Client client) {
        return client.send("POST", ACKNOWLEDGEMENT, BodyPublishers.noBody());
    }

    private static void awaitReady(int status) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Nodes.get(viewer, READY).statusCode()).isEqualTo(status));
    }

    /** In the data folder of the server, where nobody configured it. */
    private static void awaitSightingAfter(Instant moment) {
        Path file = Settings.WORK.resolve("rollback/data/restante-epoch.properties");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(Files.getLastModifiedTime(file).toInstant()).isAfter(moment));
    }

    private static void backUp() throws Exception {
        database.close();
        copy("postgresql", "backup");
        database.start();
    }

    private static void restore() throws Exception {
        database.close();
        run("rm", "-r", folder.resolve("postgresql").toString());
        copy("backup", "postgresql");
        database.start();
    }

    private static void copy(String from, String to) throws Exception {
        run("cp", "-a", folder.resolve(from).toString(), folder.resolve(to).toString());
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
