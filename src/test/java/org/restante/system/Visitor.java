package org.restante.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a browser without scripts does of one node's console: asks for pages, sends forms, keeps one cookie. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI node;
    private String cookie = "";

    Visitor(ServerNode node) {
        this.node = node.uri("/restante");
    }

    HttpResponse<String> page(String path, String... headers) {
        return send(request(path).GET(), headers);
    }

    HttpResponse<String> form(String path, String fields, String... headers) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields)),
                headers);
    }

    HttpResponse<String> login(String user, String password, String... headers) {
        return form("/login", "user=" + encoded(user) + "&password=" + encoded(password), headers);
    }

    /** The cookie as it was set last, with its attributes; empty when none was. */
    static String setCookie(HttpResponse<?> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    /** The cookie that is kept. */
    String cookie() {
        return cookie;
    }

    /** Takes a cookie from elsewhere. */
    Visitor with(String another) {
        this.cookie = another;
        return this;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + path))
                .timeout(PATIENCE)
                .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
            String set = setCookie(answer);
            if (!set.isEmpty()) {
                cookie = set.substring(0, set.indexOf(';'));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
