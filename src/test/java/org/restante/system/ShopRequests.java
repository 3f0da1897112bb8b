package org.restante.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What tests ask an application's own resource on a node. */
record ShopRequests(ServerNode node) {

    private static final String ORDERS = "/tests/shop/orders";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<byte[]> post(String path, String body, String... headers) {
        return postLater(path, body, headers).join();
    }

    /** Sends without waiting for the answer. */
    CompletableFuture<HttpResponse<byte[]>> postLater(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** How many requests were done there. */
    int done() {
        return Integer.parseInt(new String(send(request("").GET()).join().body(), StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = node.uri(ORDERS + path);
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Content-Type", "text/plain;charset=UTF-8");
    }

    private static CompletableFuture<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }
}
