package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.restante.testing.Scenario;

/** A server that was there before its database, and stays while the database goes and comes back; one story in order. */
@TestMethodOrder(OrderAnnotation.class)
class LateDatabaseIT {

    private static final Duration ANSWER = Duration.ofSeconds(12);
    private static final Duration BACK = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READY = "/restante/health/ready";
    private static final String ENTRY = "/profiles/of-gate/entries/late/k";

    @TempDir
    static Path folder;

    private static LateDatabase database;
    private static ServerNode node;
    private static Client client;
    private static Client viewer;

    @BeforeAll
    static void startTheServerOnly() throws IOException {
        database = new LateDatabase(folder.resolve("postgresql"));
        node = new ServerNode("late", 400, database.properties());
        client = Client.gate(node);
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
    @Scenario({"S11", "W4"})
    void isUpWithoutItsDatabaseAndSaysWhatItWaitsFor() throws IOException {
        assertDown();
    }

    @Test
    @Order(2)
    @Scenario("W4")
    void servesSoonAfterTheDatabaseIsThere() throws IOException {
        database.start();

        awaitService();
        assertThat(client.put(ENTRY, "kept").statusCode()).isEqualTo(204);
    }

    @Test
    @Order(3)
    @Scenario({"S11", "W4", "W8"})
    void tellsAnOutageWithinABoundAndServesAgainAfterItByItself() throws IOException {
        database.close();
        assertDown();

        database.start();
        awaitService();

        assertThat(text(client.get(ENTRY))).isEqualTo("kept");
        for (int i = 0; i < 50; i++) {
            assertThat(client.put(ENTRY, "again " + i).statusCode()).isEqualTo(204);
        }
    }

    @Test
    @Order(4)
    @Scenario("W8")
    void servesAgainAfterAnOutageThatItDidNotNotice() throws IOException {
        database.close();
        database.start();

        awaitService();
        assertThat(text(client.get(ENTRY))).isEqualTo("again 49");
    }

    private static void assertDown() throws IOException {
        assertThat(Nodes.get(node, "/restante/health/live").statusCode()).isEqualTo(200);

        HttpResponse<String> ready = bounded(() -> Nodes.get(viewer, READY));
        assertThat(ready.statusCode()).isEqualTo(503);
        JsonNode check = JSON.readTree(ready.body()).at("/checks/1");
        assertThat(check.at("/name").asText()).isEqualTo("database");
        assertThat(check.at("/status").asText()).isEqualTo("DOWN");
        assertThat(check.at("/data/reason").asText())
                .startsWith("the database cannot be reached: ")
                .contains("localhost:" + database.port() + " refused")
                .doesNotContain("Exception");

        HttpResponse<byte[]> put = bounded(() -> client.put(ENTRY, "in vain"));
        assertThat(put.statusCode()).isEqualTo(503);
        assertThat(header(put, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(put, "Retry-After")).isNotEmpty();
        assertThat(json(put).at("/type").asText()).isEqualTo("urn:restante:problem:unavailable");
        assertThat(bounded(() -> client.get(ENTRY)).statusCode()).isEqualTo(503);
    }

    private static void awaitService() {
        await().atMost(BACK)
                .untilAsserted(
                        () -> assertThat(Nodes.get(viewer, READY).statusCode()).isEqualTo(200));
    }

    private static <T> T bounded(Supplier<T> request) {
        long begin = System.nanoTime();
        T answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ANSWER);
        return answer;
    }
}
