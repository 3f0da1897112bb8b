package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.ChatRequests.done;
import static org.restante.system.ChatRequests.ok;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.RetryRequests.problem;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.testing.Scenario;

/** What of conversations is refused over HTTP: what is malformed, too large, or not the user's. */
@Scenario("W1")
class ChatRefusalsOverHttpIT {

    private final ChatRequests chat = new ChatRequests(Client.operator(), "/profiles/chat-" + UUID.randomUUID());

    @BeforeEach
    void theNodes() {
        Nodes.bothRunning();
    }

    @ParameterizedTest
    @Scenario({"W2", "C17"})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT    | threads/t                  | []                                           | body",
                "PUT    | threads/t                  | ``                                           | body",
                "PUT    | channels/c                 | {'a':}                                       | body",
                "PUT    | threads/~                  | {}                                           | id",
                "PUT    | subscriptions/%FF          | {}                                           | id",
                "POST   | dedupe                     | {}                                           | key",
                "POST   | dedupe                     | {'key':7}                                    | key",
                "POST   | dedupe                     | {'key':''}                                   | key",
                "POST   | dedupe                     | {'key':'k','limit':0}                        | limit",
                "POST   | dedupe                     | {'key':'k','limit':-1}                       | limit",
                "POST   | dedupe                     | {'key':'k','limit':'many'}                   | limit",
                "POST   | dedupe                     | {'key':'k','limit':99999999999}              | limit",
                "POST   | locks/k                    | {'strategy':'queue','metadata':{}}           | owner",
                "POST   | locks/k                    | {'owner':7,'strategy':'queue'}               | owner",
                "POST   | locks/k                    | {'owner':'o','metadata':{}}                  | strategy",
                "POST   | locks/k                    | {'owner':'o','strategy':'steal'}             | strategy",
                "POST   | locks/k                    | {'owner':'o','strategy':'queue','metadata':7} | metadata",
                "POST   | locks/k                    | {'owner':'o','strategy':'queue','lease':'PT0S'}  | lease",
                "POST   | locks/k                    | {'owner':'o','strategy':'queue','lease':'P2D'}   | lease",
                "POST   | locks/k                    | {'owner':'o','strategy':'queue','lease':'30'}    | lease",
                "PUT    | locks/k                    | {'lease':'PT1M'}                             | token",
                "PUT    | locks/k                    | {'token':7,'lease':'PT1M'}                   | token",
                "PUT    | locks/k                    | {'token':'7'}                                | lease",
                "PUT    | locks/k                    | {'token':'x','lease':'PT0S'}                 | lease",
                "DELETE | locks/k                    | ``                                           | token",
                "DELETE | locks/k?token=1&owner=o    | ``                                           | token",
                "DELETE | locks/k?owner=             | ``                                           | owner",
                "DELETE | locks/k?force=yes          | ``                                           | force",
                "POST   | locks/k/next               | {}                                           | token",
                "PUT    | values/k                   | 1 2                                          | body",
                "PUT    | values/k                   | ``                                           | body",
                "PUT    | values/k?ttl=PT0S          | 1                                            | ttl",
                "PUT    | values/k?ttl=-PT1S         | 1                                            | ttl",
                "PUT    | values/k?ttl=P9999D        | 1                                            | ttl",
                "PUT    | values/k?ttl=soon          | 1                                            | ttl",
                "PUT    | values/k?ifAbsent=yes      | 1                                            | ifAbsent",
                "POST   | lists/k?maxLength=0        | 1                                            | maxLength",
                "POST   | lists/k?maxLength=10001    | 1                                            | maxLength",
                "POST   | lists/k?maxLength=-1       | 1                                            | maxLength",
                "POST   | lists/k?ttl=PT0S           | 1                                            | ttl",
                "POST   | lists/k                    | nul                                          | body",
                "POST   | queues/k?maxSize=0         | 1                                            | maxSize",
                "POST   | queues/k?maxSize=x         | 1                                            | maxSize",
                "POST   | queues/~                   | 1                                            | key",
            })
    void whatIsMalformedIsRefusedByNameAndChangesNothing(String method, String path, String json, String field) {
        HttpResponse<byte[]> answer = chat.below(method, "/chat/" + path, json);

        if (Servers.passOn(path)) {
            assertThat(problem(answer, 400).get("field").textValue()).isEqualTo(field);
        }
        assertThat(chat.text("locks")).isEqualTo("{'locks':[]}");
        problem(chat.get("values/k"), 404);
    }

    @Test
    @Scenario("W2")
    void whatIsTooLargeOrOfAnotherKindIsRefused() {
        String most = "{'owner':'o','strategy':'queue','metadata':{'m':'%s'}}";
        assertThat(problem(chat.post("locks/k", most.formatted("m".repeat(16_377))), 400)
                        .get("field")
                        .textValue())
                .isEqualTo("metadata");
        ok(chat.post("locks/k", most.formatted("m".repeat(16_376))));
        String large = "\"" + "x".repeat(16 << 20) + "\"";
        for (String path : List.of("values/k", "threads/t", "snapshot")) {
            problem(chat.put(path, large), 413);
        }
        String value = chat.profile() + "/chat/values/k";
        problem(chat.client().send("PUT", value, BodyPublishers.ofString("1"), "Content-Type", "text/plain"), 415);
        problem(chat.post("values/k", "1"), 405);
        problem(chat.get("locks/k"), 405);
        problem(chat.get("nothing/k"), 404);
        problem(chat.get("subscriptions"), 404);
        problem(chat.get("values/k"), 404);
    }

    @Test
    @Scenario("W3")
    void aClientHasItsProfilesAndAViewerSeesNoBodies() {
        ChatRequests own = new ChatRequests(Client.gate(), "/profiles/of-gate");
        ChatRequests viewer = chat.as(Client.guest());
        chat.put("values/k", "1");

        done(own.put("values/chat", "1"));
        assertThat(own.text("values/chat")).isEqualTo("1");
        problem(chat.as(Client.gate()).get("locks"), 403);
        problem(chat.as(Client.gate()).put("values/k", "2"), 403);

        assertThat(viewer.text("locks")).isEqualTo("{'locks':[]}");
        assertThat(viewer.text("queues/k")).isEqualTo("{'depth':0}");
        assertThat(viewer.text("dedupe/k")).isEqualTo("{'duplicate':false}");
        problem(viewer.get("subscriptions/t"), 404);
        for (String path : List.of("values/k", "threads/t", "channels/c", "lists/k", "snapshot")) {
            problem(viewer.get(path), 403);
        }
        problem(viewer.bare("PUT", "subscriptions/t"), 403);
        problem(viewer.bare("POST", "queues/k/take"), 403);
        assertThat(header(chat.get("values/k"), "Cache-Control")).isEqualTo("no-store");
    }
}
