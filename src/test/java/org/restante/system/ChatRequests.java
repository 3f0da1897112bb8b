package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * What tests ask a user's conversations over HTTP. JSON is written with {@code '} for {@code "}.
 *
 * @param client the user
 * @param profile the path of the profile
 */
record ChatRequests(Client client, String profile) {

    /** The same as somebody else. */
    ChatRequests as(Client other) {
        return new ChatRequests(other, profile);
    }

    HttpResponse<byte[]> get(String path) {
        return client.get(profile + "/chat/" + path);
    }

    HttpResponse<byte[]> delete(String path) {
        return client.delete(profile + "/chat/" + path);
    }

    HttpResponse<byte[]> put(String path, String json) {
        return below("PUT", "/chat/" + path, json);
    }

    HttpResponse<byte[]> post(String path, String json) {
        return below("POST", "/chat/" + path, json);
    }

    /** Asks without a body. */
    HttpResponse<byte[]> bare(String method, String path) {
        return client.send(method, profile + "/chat/" + path, BodyPublishers.noBody());
    }

    /** Asks anything of the profile. */
    HttpResponse<byte[]> below(String method, String path, String json) {
        return client.send(
                method,
                profile + path,
                BodyPublishers.ofString(json.replace('\'', '"')),
                "Content-Type",
                "application/json");
    }

    /** Asks for a conversation. */
    JsonNode lock(String key, String owner, String strategy, String metadata) {
        return json(ok(post(
                "locks/" + key,
                "{'owner':'" + owner + "','strategy':'" + strategy + "','metadata':" + metadata + "}")));
    }

    /** Takes a free conversation for that long; the token. */
    String token(String key, String lease) {
        JsonNode answer = json(ok(
                post("locks/" + key, "{'owner':'holder','strategy':'reject','metadata':{},'lease':'" + lease + "'}")));
        assertThat(answer.get("result").textValue()).isEqualTo("acquired");
        return answer.get("token").textValue();
    }

    /** The JSON of an answer to a request that was done, with {@code '} for {@code "}. */
    String text(String path) {
        return shown(ok(get(path)));
    }

    static String shown(HttpResponse<byte[]> answer) {
        return Client.text(answer).replace('"', '\'');
    }

    static HttpResponse<byte[]> ok(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(Client.text(answer)).isEqualTo(200);
        assertThat(Client.header(answer, "Content-Type")).isEqualTo("application/json");
        return answer;
    }

    /** Done, and there is nothing to tell. */
    static void done(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(Client.text(answer)).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }
}
