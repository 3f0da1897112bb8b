package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What tests ask a user's dedup cache over HTTP. JSON is written with {@code '} for {@code "}.
 *
 * @param client the user
 * @param namespace its path
 */
record DedupRequests(Client client, String namespace) {

    /** A claim with the namespace's own terms. */
    HttpResponse<byte[]> claim(String key) {
        return claim(key, "{}");
    }

    HttpResponse<byte[]> claim(String key, String json) {
        return post(key, "claim", json);
    }

    /** The claim, which must have been had. */
    JsonNode claimed(String key, String json) {
        HttpResponse<byte[]> answer = claim(key, json);
        assertThat(answer.statusCode()).as(Client.text(answer)).isEqualTo(201);
        return Client.json(answer);
    }

    HttpResponse<byte[]> complete(String key, String token, String receipt) {
        String bytes = Base64.getEncoder().encodeToString(receipt.getBytes(StandardCharsets.UTF_8));
        return post(key, "complete", "{'token':'" + token + "','receipt':'" + bytes + "'}");
    }

    HttpResponse<byte[]> post(String key, String operation, String json) {
        return client.send(
                "POST",
                path(key) + "/" + operation,
                BodyPublishers.ofString(json.replace('\'', '"')),
                "Content-Type",
                "application/json");
    }

    HttpResponse<byte[]> get(String key) {
        return client.get(path(key));
    }

    private String path(String key) {
        return "/dedup/" + namespace + "/" + key;
    }
}
