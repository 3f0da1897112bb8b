package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.system.ApiDescription.Operation;
import org.restante.testing.Scenario;

/** The description of the API is true: every operation of it is done, and refused to whom it is not for. */
class DescriptionOverHttpIT {

    private static final String P = "/api/profiles/{profile}";
    private static final String D = "/api/dedup/{namespace}";
    private static final String CHAT = P + "/chat";
    private static final String LIVENESS = "GET /health/live";

    /** What no client may: it has no profile or namespace in its path, or names those of others. */
    private static final Set<String> NOT_FOR_CLIENTS = Set.of("/api/rollback", "/api/audit", "/api/tokens", "/metrics");

    /** What a viewer may read: nothing that holds what was stored. */
    private static final Set<String> FOR_VIEWERS = Set.of(
            "GET /api/profiles",
            "GET " + P + "/entries/{namespace}",
            "GET " + P + "/retries",
            "GET " + D,
            "GET " + CHAT + "/subscriptions/{key}",
            "GET " + CHAT + "/dedupe/{key}",
            "GET " + CHAT + "/locks",
            "GET " + CHAT + "/queues/{key}",
            "GET /api/rollback",
            "GET /api/audit",
            "GET /api/tokens",
            LIVENESS,
            "GET /health/ready",
            "GET /metrics",
            "GET /openapi.yaml");

    private final String unique = UUID.randomUUID().toString();
    private final Map<String, String> names = Map.of(
            "profile", "openapi-" + unique, "namespace", "openapi-" + unique, "key", "k", "id", "m", "tokenId", "none");

    @BeforeEach
    void theNodes() {
        Nodes.bothRunning();
    }

    @Test
    @Scenario("W3")
    void withoutCredentialsNothingButLivenessIsAnswered() {
        for (Operation operation : ApiDescription.of(Nodes.a()).operations()) {
            HttpResponse<String> answer =
                    Nodes.send(HttpRequest.newBuilder(Nodes.a().uri("/restante" + operation.pathFor(names)))
                            .method(operation.method(), BodyPublishers.noBody()));

            assertThat(answer.statusCode())
                    .as(operation.toString())
                    .isEqualTo(operation.toString().equals(LIVENESS) ? 200 : 401);
        }
    }

    @Test
    @Scenario("W3")
    void anOperatorIsRefusedNothing() {
        for (Operation operation : ApiDescription.of(Nodes.a()).operations()) {
            assertThat(tried(Client.operator(), operation, names))
                    .as(operation.toString())
                    .isNotIn(401, 403);
        }
    }

    @Test
    @Scenario("W3")
    void aViewerMayReadWhatHoldsNoBodiesAndIsRefusedAllElse() {
        for (Operation operation : ApiDescription.of(Nodes.a()).operations()) {
            boolean allowed = FOR_VIEWERS.contains(operation.toString());

            assertThat(tried(Client.guest(), operation, names) == 403)
                    .as(operation.toString())
                    .isEqualTo(!allowed);
        }
    }

    @Test
    @Scenario("W3")
    void aClientHasItsOwnProfilesAndNamespacesAndIsRefusedThoseOfOthers() {
        Map<String, String> own = Map.of(
                "profile", "of-gate", "namespace", "dedup-of-gate", "key", "k-" + unique, "id", "m", "tokenId", "none");
        for (Operation operation : ApiDescription.of(Nodes.a()).operations()) {
            boolean ofOthers =
                    operation.path().startsWith(P) || operation.path().startsWith(D);
            boolean ofOperators = NOT_FOR_CLIENTS.stream().anyMatch(operation.path()::startsWith);

            assertThat(tried(Client.gate(), operation, names) == 403)
                    .as(operation + " of another")
                    .isEqualTo(ofOthers || ofOperators);
            assertThat(tried(Client.gate(), operation, own) == 403)
                    .as(operation + " of its own")
                    .isEqualTo(ofOperators);
        }
    }

    @Test
    @Scenario("W1")
    void everyOperationIsDoneAndItsAnswersAreAsDescribed() throws IOException {
        ApiDescription api = ApiDescription.of(Nodes.a());
        Walk walk = new Walk(api, names, new TreeSet<>());
        entries(walk);
        keysAndMessages(walk);
        claims(walk);
        states(walk);
        locks(walk);
        collections(walk);
        tokens(walk);
        operations(walk);

        Set<String> described =
                api.operations().stream().map(Operation::toString).collect(Collectors.toSet());
        assertThat(walk.done).containsExactlyInAnyOrderElementsOf(described);
    }

    private static void entries(Walk walk) throws IOException {
        walk.ask("POST", P + "/import", "?skipUnreadable=true", folder(), 200);
        walk.ask("POST", P + "/import", "", folder(), 422);
        walk.ask("GET", P + "/export", "", "", 200);
        walk.ask("PUT", P + "/entries/{namespace}/{key}", "", "v", 204);
        walk.ask("GET", P + "/entries/{namespace}/{key}", "", "", 200);
        walk.ask("GET", P + "/entries/{namespace}", "?limit=1", "", 200);
        walk.ask("GET", "/api/profiles", "", "", 200);
        walk.ask("DELETE", P + "/entries/{namespace}/{key}", "", "", 204);
        walk.ask("GET", P + "/entries/{namespace}/{key}", "", "", 404);
    }

    private static void keysAndMessages(Walk walk) {
        walk.ask("POST", P + "/keys", "", "{'session':{'a':'YQ==','b':null}}", 204);
        walk.ask("POST", P + "/keys/read", "", "{'session':['a','b']}", 200);
        walk.ask("DELETE", P + "/keys", "", "", 204);
        walk.ask("PUT", P + "/retries/{id}", "", RetryRequests.sent(System.currentTimeMillis()), 204);
        walk.ask("GET", P + "/retries/{id}", "", "", 200);
        walk.ask("GET", P + "/retries", "", "", 200);
        for (int i = 0; i < 5; i++) {
            walk.ask("POST", P + "/retries/{id}/attempts", "", "{'requester':'r'}", 200);
        }
        walk.ask("POST", P + "/retries/{id}/attempts", "", "{'requester':'r'}", 429);
        walk.ask("DELETE", P + "/retries/{id}", "", "", 204);
        walk.ask("GET", P + "/retries/{id}", "", "", 404);
    }

    private static void claims(Walk walk) {
        String token = token(walk.ask("POST", D + "/{key}/claim", "", "{'fingerprint':'f'}", 201));
        walk.ask("POST", D + "/{key}/claim", "", "{}", 409);
        walk.ask("GET", D + "/{key}", "", "", 200);
        walk.ask("GET", D, "?state=in-flight", "", 200);
        walk.ask("POST", D + "/{key}/renew", "", "{'token':'" + token + "'}", 200);
        walk.ask("POST", D + "/{key}/release", "", "{'token':'" + token + "'}", 204);
        String again = token(walk.ask("POST", D + "/{key}/claim", "", "{'fingerprint':'f'}", 201));
        walk.ask("POST", D + "/{key}/complete", "", "{'token':'" + again + "','receipt':'YQ=='}", 204);
        walk.ask("POST", D + "/{key}/claim", "", "{}", 200);
        walk.ask("POST", D + "/{key}/claim", "", "{'fingerprint':'g'}", 422);
        walk.ask("GET", D + "/{key}", "", "", 200);
        walk.ask("POST", D + "/{key}/renew", "", "{'token':'" + token + "'}", 409);
    }

    private static void states(Walk walk) {
        walk.ask("PUT", CHAT + "/subscriptions/{key}", "", "", 204);
        walk.ask("GET", CHAT + "/subscriptions/{key}", "", "", 204);
        walk.ask("DELETE", CHAT + "/subscriptions/{key}", "", "", 204);
        for (String kind : new String[] {"threads", "channels"}) {
            walk.ask("PUT", CHAT + "/" + kind + "/{key}", "", "{'a':1}", 204);
            walk.ask("GET", CHAT + "/" + kind + "/{key}", "", "", 200);
        }
        walk.ask("POST", CHAT + "/dedupe", "", "{'key':'room:m'}", 200);
        walk.ask("GET", CHAT + "/dedupe/{key}", "", "", 200);
    }

    private static void locks(Walk walk) {
        String lock = CHAT + "/locks/{key}";
        String token = token(walk.ask("POST", lock, "", "{'owner':'a','strategy':'queue','metadata':{}}", 200));
        walk.ask("POST", lock, "", "{'owner':'b','strategy':'queue','metadata':{'n':1}}", 200);
        walk.ask("POST", lock, "", "{'owner':'b','strategy':'reject'}", 200);
        walk.ask("POST", lock, "", "{'owner':'b','strategy':'concurrent'}", 200);
        walk.ask("GET", CHAT + "/locks", "", "", 200);
        String snapshot = Client.text(walk.ask("GET", CHAT + "/snapshot", "", "", 200));
        walk.ask("PUT", lock, "", "{'token':'" + token + "','lease':'PT30S'}", 200);
        String next = token(walk.ask("POST", lock + "/next", "", "{'token':'" + token + "'}", 200));
        walk.ask("POST", lock + "/next", "", "{'token':'" + token + "'}", 409);
        walk.ask("POST", lock + "/next", "", "{'token':'" + next + "'}", 200);
        walk.ask("DELETE", lock, "?force=true", "", 200);
        walk.ask("DELETE", lock, "?owner=a", "", 409);
        walk.ask("PUT", CHAT + "/snapshot", "", snapshot, 204);
        walk.ask("PUT", CHAT + "/snapshot", "", "{'version':1}", 422);
    }

    private static void collections(Walk walk) {
        walk.ask("PUT", CHAT + "/values/{key}", "?ttl=PT1H", "null", 204);
        walk.ask("PUT", CHAT + "/values/{key}", "?ifAbsent=true", "7", 412);
        walk.ask("GET", CHAT + "/values/{key}", "", "", 200);
        walk.ask("DELETE", CHAT + "/values/{key}", "?lock=nobody&lockToken=1", "", 409);
        walk.ask("DELETE", CHAT + "/values/{key}", "", "", 204);
        walk.ask("POST", CHAT + "/lists/{key}", "?maxLength=0", "1", 400);
        walk.ask("POST", CHAT + "/lists/{key}", "?maxLength=2", "1", 204);
        walk.ask("GET", CHAT + "/lists/{key}", "", "", 200);
        walk.ask("DELETE", CHAT + "/lists/{key}", "", "", 204);
        walk.ask("POST", CHAT + "/queues/{key}", "?maxSize=2", "{'a':1}", 200);
        walk.ask("GET", CHAT + "/queues/{key}", "", "", 200);
        walk.ask("POST", CHAT + "/queues/{key}/take", "", "", 200);
        walk.ask("POST", CHAT + "/queues/{key}/take", "", "", 200);
    }

    private static void tokens(Walk walk) {
        HttpResponse<byte[]> made =
                walk.ask("POST", "/api/tokens", "", "{'name':'described','role':'viewer','validity':'PT1H'}", 201);
        walk.ask("POST", "/api/tokens", "", "{'name':'described','role':'root','validity':'PT1H'}", 400);
        walk.ask("GET", "/api/tokens", "", "", 200);
        Walk ofIt = walk.with("tokenId", Client.json(made).get("id").textValue());
        ofIt.ask("DELETE", "/api/tokens/{tokenId}", "?reason=described", "", 204);
        ofIt.ask("DELETE", "/api/tokens/{tokenId}", "", "", 404);
        walk.ask("GET", "/api/audit", "?limit=1", "", 200);
    }

    private static void operations(Walk walk) {
        walk.ask("GET", "/api/rollback", "", "", 200);
        walk.ask("POST", "/api/rollback/acknowledgement", "", "", 409);
        walk.ask("GET", "/health/live", "", "", 200);
        walk.ask("GET", "/health/ready", "", "", 200);
        walk.ask("GET", "/metrics", "", "", 200);
        walk.ask("GET", "/openapi.yaml", "", "", 200);
        walk.ask("DELETE", P, "", "", 204);
    }

    /** The operator does one operation after the other; JSON is written with {@code '} for {@code "}. */
    private record Walk(ApiDescription api, Map<String, String> names, Set<String> done) {

        /** The same walk with another name. */
        Walk with(String name, String value) {
            Map<String, String> others = new HashMap<>(names);
            others.put(name, value);
            return new Walk(api, others, done);
        }

        /** The answer, which is of that status and as described. */
        HttpResponse<byte[]> ask(String method, String path, String query, String body, int status) {
            Operation operation = api.operation(method + " " + path);
            HttpResponse<byte[]> answer = sent(Client.operator(), operation, operation.pathFor(names) + query, body);
            assertThat(answer.statusCode())
                    .as("%s: %s", operation, Client.text(answer))
                    .isEqualTo(status);
            api.check(operation, answer);
            done.add(operation.toString());
            return answer;
        }
    }

    private static int tried(Client client, Operation operation, Map<String, String> names) {
        return sent(client, operation, operation.pathFor(names), "{}").statusCode();
    }

    private static HttpResponse<byte[]> sent(Client client, Operation operation, String path, String body) {
        if (operation.takes().isEmpty()) {
            return client.ask(operation.method(), "/restante" + path, BodyPublishers.noBody());
        }
        boolean json = operation.takes().endsWith("json");
        byte[] bytes = (json ? body.replace('\'', '"') : body).getBytes(StandardCharsets.ISO_8859_1);
        return client.ask(
                operation.method(),
                "/restante" + path,
                BodyPublishers.ofByteArray(bytes),
                "Content-Type",
                operation.takes());
    }

    private static String token(HttpResponse<byte[]> answer) {
        return Client.json(answer).get("token").textValue();
    }

    /** A folder with credentials and a file that cannot be read, its bytes as characters. */
    private static String folder() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : Map.of(
                            "creds.json", "{\"me\":{\"id\":\"1:1@s\"}}", "session-1.0.json", "{")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
