package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;

/**
 * What tests ask a user's retry cache over HTTP. JSON is written with {@code '} for {@code "}.
 *
 * @param client the user
 * @param profile the path of the profile
 */
record RetryRequests(Client client, String profile) {

    /** The same as somebody else. */
    RetryRequests as(Client other) {
        return new RetryRequests(other, profile);
    }

    HttpResponse<byte[]> get(String id) {
        return client.get(path(id));
    }

    HttpResponse<byte[]> put(String id, String json) {
        return send("PUT", path(id), json);
    }

    HttpResponse<byte[]> delete(String id) {
        return client.delete(path(id));
    }

    HttpResponse<byte[]> attempt(String id, String json) {
        return send("POST", path(id) + "/attempts", json);
    }

    /** Puts what is taken. */
    void keep(String id, String json) {
        assertThat(put(id, json).statusCode()).isEqualTo(204);
    }

    /** How many messages there are, and their limits. */
    String summary() {
        HttpResponse<byte[]> answer = client.get(profile + "/retries");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).toString().replace('"', '\'');
    }

    HttpResponse<byte[]> send(String method, String path, String json) {
        String body = json.replace('\'', '"');
        return client.send(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    /** A small message of that time. */
    static String sent(long timestamp) {
        return sent(timestamp, "YQ==", "{'k':'v'}");
    }

    /** A message in base64 with its attributes. */
    static String sent(long timestamp, String message, String attributes) {
        return "{'recipient':'491@s.whatsapp.net','message':'" + message + "','timestamp':" + timestamp
                + ",'attributes':" + attributes + "}";
    }

    static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    /** The problem that an answer of that status is. */
    static JsonNode problem(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        return json(answer);
    }

    private String path(String id) {
        return profile + "/retries/" + id;
    }
}
