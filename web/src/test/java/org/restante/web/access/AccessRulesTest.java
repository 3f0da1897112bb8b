package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.settings.Role;
import org.restante.testing.Scenario;
import org.restante.web.path.RequestPath;

@Scenario("W3")
class AccessRulesTest {

    private static final Caller OPERATOR = new Caller("o", Role.OPERATOR, Set.of(), Set.of());
    private static final Caller CLIENT = new Caller("c", Role.CLIENT, Set.of("mine"), Set.of("orders"));
    private static final Caller EVERY_CLIENT = new Caller("e", Role.CLIENT, Set.of("*"), Set.of("*"));
    private static final Caller VIEWER = new Caller("v", Role.VIEWER, Set.of(), Set.of());

    @ParameterizedTest
    @CsvSource({
        "GET,    api/profiles,                       true,  true",
        "POST,   api/profiles,                       false, false",
        "DELETE, api/profiles/mine,                  true,  false",
        "DELETE, api/profiles/other,                 false, false",
        "GET,    api/profiles/mine/entries/n,        true,  true",
        "GET,    api/profiles/other/entries/n,       false, true",
        "GET,    api/profiles/mine/entries/n/k,      true,  false",
        "HEAD,   api/profiles/mine/entries/n/k,      true,  false",
        "PUT,    api/profiles/mine/entries/n/k,      true,  false",
        "PUT,    api/profiles/other/entries/n/k,     false, false",
        "POST,   api/profiles/mine/import,           true,  false",
        "GET,    api/profiles/mine/export,           true,  false",
        "GET,    api/profiles/other/export,          false, false",
        "GET,    api/profiles/mine/retries,          true,  true",
        "GET,    api/profiles/other/retries,         false, true",
        "GET,    api/profiles/mine/retries/m,        true,  false",
        "HEAD,   api/profiles/mine/retries/m,        true,  false",
        "PUT,    api/profiles/mine/retries/m,        true,  false",
        "PUT,    api/profiles/other/retries/m,       false, false",
        "DELETE, api/profiles/mine/retries/m,        true,  false",
        "POST,   api/profiles/mine/retries/m/attempts,  true,  false",
        "POST,   api/profiles/other/retries/m/attempts, false, false",
        "GET,    api/profiles/mine/chat/subscriptions/t, true,  true",
        "GET,    api/profiles/other/chat/subscriptions/t, false, true",
        "PUT,    api/profiles/mine/chat/subscriptions/t, true,  false",
        "PUT,    api/profiles/other/chat/subscriptions/t, false, false",
        "GET,    api/profiles/mine/chat/dedupe/k,    true,  true",
        "POST,   api/profiles/mine/chat/dedupe,      true,  false",
        "GET,    api/profiles/mine/chat/locks,       true,  true",
        "GET,    api/profiles/other/chat/locks,      false, true",
        "DELETE, api/profiles/mine/chat/locks/k,     true,  false",
        "GET,    api/profiles/mine/chat/queues/k,    true,  true",
        "POST,   api/profiles/mine/chat/queues/k/take, true,  false",
        "GET,    api/profiles/mine/chat/threads/t,   true,  false",
        "HEAD,   api/profiles/mine/chat/threads/t,   true,  false",
        "GET,    api/profiles/mine/chat/channels/c,  true,  false",
        "GET,    api/profiles/mine/chat/values/k,    true,  false",
        "GET,    api/profiles/mine/chat/lists/k,     true,  false",
        "GET,    api/profiles/mine/chat/snapshot,    true,  false",
        "GET,    api/profiles/other/chat/snapshot,   false, false",
        "GET,    api/profiles/mine/chat/anything,    true,  false",
        "POST,   api/dedup/orders/k/claim,           true,  false",
        "POST,   api/dedup/other/k/claim,            false, false",
        "GET,    api/dedup/orders/k,                 true,  false",
        "HEAD,   api/dedup/orders/k,                 true,  false",
        "GET,    api/dedup/other/k,                  false, false",
        "GET,    api/dedup/orders,                   true,  true",
        "GET,    api/dedup/other,                    false, true",
        "GET,    api/dedup,                          false, true",
        "GET,    openapi.yaml,                       true,  true",
        "GET,    api/rollback,                       false, true",
        "POST,   api/rollback/acknowledgement,       false, false",
        "GET,    api/nothing,                        false, false",
        "GET,    api,                                false, false",
        "GET,    health/ready,                       true,  true",
        "GET,    metrics,                            false, true",
        "POST,   metrics,                            false, false",
        "GET,    api/audit,                          false, true",
        "GET,    api/tokens,                         false, true",
        "POST,   api/tokens,                         false, false",
        "DELETE, api/tokens/t,                       false, false",
        "GET,    overview,                           false, true",
        "POST,   overview,                           false, true",
        "DELETE, overview,                           false, false",
        "GET,    jakarta.faces.resource/a.css.xhtml, false, true",
        "GET,    some/thing,                         false, false",
    })
    void eachRoleMayDoItsOwn(String method, String path, boolean client, boolean viewer) {
        RequestPath requested = new RequestPath(List.of(path.split("/")));

        assertThat(AccessRules.allow(OPERATOR, method, requested)).isTrue();
        assertThat(AccessRules.allow(CLIENT, method, requested)).isEqualTo(client);
        assertThat(AccessRules.allow(VIEWER, method, requested)).isEqualTo(viewer);
    }

    @Test
    void noClientSeesTheAnswersThatAreKeptForAll() {
        RequestPath answer = new RequestPath(List.of("api", "dedup", "http", "k"));

        assertThat(AccessRules.allow(EVERY_CLIENT, "GET", answer)).isFalse();
        assertThat(AccessRules.allow(OPERATOR, "GET", answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PUT,api/profiles/any/entries/n/k", "POST,api/dedup/any/k/claim"})
    void aStarStandsForAll(String method, String path) {
        RequestPath requested = new RequestPath(List.of(path.split("/")));

        assertThat(AccessRules.allow(EVERY_CLIENT, method, requested)).isTrue();
    }
}
