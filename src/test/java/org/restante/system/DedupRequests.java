package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * What tests ask a user's dedup cache over HTTP. JSON is written with {@code '} for {@code "}.
 *
 * @param client the user
 * @param namespace the path of the namespace
 */
record DedupRequests(Client client, String namespace) {

    /** The same as somebody else. */
    DedupRequests as(Client other) {
        return new DedupRequests(other, namespace);
    }

    /** Claims without a body. */
    HttpResponse<byte[]> claim(String key) {
        return client.send("POST", path(key, "claim"), BodyPublishers.noBody());
    }

    HttpResponse<byte[]> claim(String key, String json) {
        return send(key, "claim", json);
    }

    /** Claims what can be claimed; the answer. */
    JsonNode claimed(String key, String json) {
        HttpResponse<byte[]> answer = claim(key, json);
        assertThat(answer.statusCode()).isEqualTo(201);
        return json(answer);
    }

    /** The token of a claim that was had. */
    String token(String key) {
        return claimed(key, "{}").get("token").textValue();
    }

    HttpResponse<byte[]> complete(String key, String token, String receipt) {
        return send(key, "complete", "{'token':'" + token + "','receipt':'" + receipt + "'}");
    }

    HttpResponse<byte[]> release(String key, String token) {
        return send(key, "release", "{'token':'" + token + "'}");
    }

    HttpResponse<byte[]> renew(String key, String token) {
        return send(key, "renew", "{'token':'" + token + "'}");
    }

    HttpResponse<byte[]> get(String key) {
        return client.get(namespace + "/" + key);
    }

    HttpResponse<byte[]> list(String query) {
        return client.get(namespace + query);
    }

    HttpResponse<byte[]> send(String key, String operation, String json, String... headers) {
        String body = json.replace('\'', '"');
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send("POST", path(key, operation), BodyPublishers.ofString(body), all);
    }

    private String path(String key, String operation) {
        return namespace + "/" + key + "/" + operation;
    }
}
