package org.restante.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A user of the HTTP face of one node, as a program elsewhere would be one. */
public record Client(ServerNode node, String user, String password) {

    /** What {@link Nodes#a()} is configured with. */
    public static final String OPERATOR_PASSWORD = "operator-of-node-a";

    /** The users of both nodes besides the operator. */
    static final Map<String, String> USERS = Map.of(
            "restante.users", "gate,guest",
            "restante.users.gate.password", "gäte:1",
            "restante.users.gate.role", "client",
            "restante.users.gate.profiles", "of-gate",
            "restante.users.gate.namespaces", "dedup-of-gate",
            "restante.users.guest.password", "$2y$10$JOMbHIp8CdetJgrdf1fAA.F0HULoEI2zX5/wEszfCSwWxEGs5nEXy", // guest
            "restante.users.guest.role", "viewer");

    private static final String API = "/restante/api";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The operator of {@link Nodes#a()}. */
    public static Client operator() {
        return new Client(Nodes.a(), "operator", OPERATOR_PASSWORD);
    }

    /** A client with the profile {@code of-gate} and the dedup namespace {@code dedup-of-gate}. */
    public static Client gate() {
        return gate(Nodes.a());
    }

    /** The same client at that node; both know it. */
    public static Client gate(ServerNode node) {
        return new Client(node, "gate", "gäte:1");
    }

    /** A viewer. */
    public static Client guest() {
        return new Client(Nodes.a(), "guest", "guest");
    }

    public HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<byte[]> put(String path, String body, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<byte[]> delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /**
     * Sends a request below {@code /restante/api}.
     *
     * @param headers names and values in turn
     */
    public HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... headers) {
        return ask(method, API + path, body, headers);
    }

    /** Sends a request anywhere. */
    HttpResponse<byte[]> ask(String method, String path, BodyPublisher body, String... headers) {
        try {
            return HTTP.send(request(method, path, body, headers), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks without waiting for the answer. */
    public CompletableFuture<HttpResponse<byte[]>> getLater(String path) {
        return HTTP.sendAsync(request("GET", API + path, BodyPublishers.noBody()), BodyHandlers.ofByteArray());
    }

    /** The value of the header {@code Authorization}. */
    public String authorization() {
        return authorization(user, password);
    }

    static String authorization(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** The body of an answer as JSON. */
    public static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of an answer as text. */
    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A header of an answer, empty where there is none. */
    public static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.uri(path))
                .method(method, body)
                .timeout(PATIENCE)
                .header("Authorization", authorization());
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }
}
