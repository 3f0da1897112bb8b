package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Claims of two servers on one database. */
class DedupOnTwoNodesIT {

    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String unique = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final DedupRequests a = new DedupRequests(Client.gate(Nodes.a()), "/dedup/dedup-of-gate");
    private final DedupRequests b = new DedupRequests(Client.gate(Nodes.b()), "/dedup/dedup-of-gate");

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @Test
    @Scenario("D2")
    void ofAHundredRacersOnBothNodesOneGetsTheKey() {
        for (int round = 0; round < 3; round++) {
            String key = unique + round;
            List<Integer> answers =
                    Race.of(THREADS, 100, racer -> of(racer).claim(key).statusCode());

            assertThat(answers).filteredOn(Integer.valueOf(201)::equals).hasSize(1);
            assertThat(answers).filteredOn(Integer.valueOf(409)::equals).hasSize(99);
        }
    }

    @Test
    @Scenario({"D1", "D2"})
    void ofThoseWhoRaceToHandleEachKeyOneDoesAndAllSeeItsReceipt() {
        List<Integer> handled = Race.of(THREADS, 8, racer -> {
            int mine = 0;
            for (int key = 0; key < 25; key++) {
                HttpResponse<byte[]> answer = of(racer).claim(unique + key);
                if (answer.statusCode() == 201) {
                    mine++;
                    String token = Client.json(answer).at("/token").asText();
                    assertThat(of(racer)
                                    .complete(unique + key, token, base64("by " + racer))
                                    .statusCode())
                            .isEqualTo(204);
                }
            }
            return mine;
        });

        assertThat(handled.stream().mapToInt(Integer::intValue).sum()).isEqualTo(25);
        for (int key = 0; key < 25; key++) {
            assertThat(receipt(a, unique + key)).startsWith("by ").isEqualTo(receipt(b, unique + key));
        }
    }

    @Test
    @Scenario("D6")
    void theKeyOfAClaimerThatWasKilledIsHadByAnotherAfterTheLeaseAndNotBefore() {
        JsonNode claim = b.claimed(unique, "{'lease':'PT8S'}");
        Instant until = Instant.parse(claim.at("/leaseUntil").asText());
        Nodes.b().kill();

        assertThat(Client.json(a.claim(unique)).at("/leaseUntil").asText())
                .isEqualTo(claim.at("/leaseUntil").asText());
        JsonNode[] taken = new JsonNode[1];
        await().atMost(SOON).until(() -> {
            HttpResponse<byte[]> answer = a.claim(unique);
            taken[0] = Client.json(answer);
            return answer.statusCode() == 201;
        });

        assertThat(taken[0].at("/attempt").asInt()).isEqualTo(2);
        Instant leaseUntil = Instant.parse(taken[0].at("/leaseUntil").asText());
        assertThat(leaseUntil.minus(Duration.ofMinutes(1))).isAfterOrEqualTo(until);
        assertThat(a.complete(unique, claim.at("/token").asText(), base64("late"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(a.complete(unique, taken[0].at("/token").asText(), base64("r"))
                        .statusCode())
                .isEqualTo(204);
        Nodes.b().start();
        assertThat(receipt(b, unique)).isEqualTo("r");
    }

    @Test
    @Scenario({"D2", "D6"})
    void whatWasAcknowledgedIsThereWhenANodeIsKilledWhileBothHandle() {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        CountDownLatch underWay = new CountDownLatch(60);
        Race.of(THREADS, 7, racer -> {
            if (racer == 6) {
                await().atMost(SOON).until(() -> underWay.getCount() == 0);
                Nodes.b().kill();
                return racer;
            }
            try {
                for (int i = 0, after = 0; after < 20; i++, after += Nodes.b().isRunning() ? 0 : 1) {
                    handle(of(racer), unique + i, "by " + racer, acknowledged);
                    underWay.countDown();
                }
            } catch (UncheckedIOException e) {
                assertThat(of(racer)).isSameAs(b);
            }
            return racer;
        });

        assertThat(acknowledged).hasSizeGreaterThan(20);
        acknowledged.forEach((key, receipt) -> assertThat(receipt(a, key)).isEqualTo(receipt));
    }

    /** Each key is acknowledged to one of all who try. */
    private static void handle(DedupRequests node, String key, String receipt, Map<String, String> acknowledged) {
        HttpResponse<byte[]> answer = node.claim(key);
        if (answer.statusCode() == 201) {
            String token = Client.json(answer).at("/token").asText();
            if (node.complete(key, token, base64(receipt)).statusCode() == 204) {
                assertThat(acknowledged.put(key, receipt)).isNull();
            }
        }
    }

    private DedupRequests of(int racer) {
        return racer % 2 == 0 ? a : b;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String receipt(DedupRequests node, String key) {
        HttpResponse<byte[]> answer = node.get(key);
        assertThat(answer.statusCode()).as(Client.text(answer)).isEqualTo(200);
        byte[] bytes =
                Base64.getDecoder().decode(Client.json(answer).at("/receipt").asText());
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
