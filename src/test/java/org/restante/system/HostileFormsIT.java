package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each form of the console with each of its fields filled by somebody who means harm, the others as they should be. */
class HostileFormsIT {

    private static final List<String> VALUES = List.of(
            "",
            "<script>alert('x')</script>",
            "\"' onfocus='alert(1)' x='",
            "' OR 1=1 --",
            "#{1234567*7654321}${1234567*7654321}",
            "../../../etc/passwd",
            "\u0000",
            "a\u0001\r\nSet-Cookie: x=y",
            "-1",
            "99999999999999999999",
            "\uD83D\uDE00\u202E",
            "x".repeat(1024 * 1024));

    /**
     * A form of a page.
     *
     * @param button what is pressed
     * @param fields with which it does what it is for
     */
    private record Form(String page, String id, String button, Map<String, String> fields) {

        Form {
            fields = new TreeMap<>(fields);
        }

        /** What a browser would send. */
        String filled(Map<String, String> with) {
            Map<String, String> all = new TreeMap<>(fields);
            all.putAll(with);
            all.putAll(Map.of(id, id, button, "x", "jakarta.faces.ViewState", "stateless"));
            return all.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return page + " " + id;
        }
    }

    private final Visitor operator = new Visitor(Nodes.a());
    private final String profile = "hostile-" + UUID.randomUUID();

    @BeforeEach
    void thereIsSomethingToLose() {
        Nodes.bothRunning();
        operator.login("operator", Client.OPERATOR_PASSWORD);
        Client client = Client.operator();
        client.put("/profiles/" + profile + "/entries/creds/self", "{}", "Content-Type", "application/json");
        client.put("/profiles/" + profile + "/entries/notes/n", "content", "Content-Type", "text/plain");
        new ChatRequests(client, "/profiles/" + profile).token("room", "PT1H");
    }

    static Stream<Arguments> forms() {
        return Stream.of("wiping", "content", "export", "ask", "make", "live").map(Arguments::of);
    }

    private Form form(String id) {
        return switch (id) {
            case "wiping" ->
                new Form("profile", id, "wipe", Map.of("id", profile, "ask", "wipe", "typed", profile, "reason", "r"));
            case "content" ->
                new Form(
                        "profile",
                        id,
                        "show",
                        Map.of("id", profile, "ns", "notes", "prefix", "", "after", "", "key", "n"));
            case "export" -> new Form("profile", id, "send", Map.of("id", profile));
            case "ask" ->
                new Form(
                        "conversations",
                        id,
                        "release",
                        Map.of("profile", profile, "key", "room", "owner", "holder", "reason", "r"));
            case "make" ->
                new Form(
                        "tokens",
                        id,
                        "make:create",
                        Map.of(
                                "make:name", "hostile",
                                "make:role", "client",
                                "make:profiles", profile,
                                "make:namespaces", "",
                                "make:validity", "P1D",
                                "make:reason", "r"));
            default -> new Form("profiles", "live", "refresh", Map.of("prefix", "", "after", ""));
        };
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noValueIsAnErrorOfTheServerNorPartOfAPage(String id) {
        Form form = form(id);
        for (String field : form.fields.keySet()) {
            for (String value : VALUES) {
                String what = form + ", " + field + " with " + (value.length() > 60 ? value.length() : value);
                HttpResponse<String> answer = operator.form("/" + form.page, form.filled(Map.of(field, value)));

                assertHarmless(what, answer);
            }
        }
        for (String page : List.of("/changes", "/tokens", "/profiles")) {
            assertHarmless(page, operator.page(page));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatFieldsThatAllMeanHarmAskForIsNotDone(String id) {
        Form form = form(id);
        String before = kept();
        for (String value : VALUES) {
            Map<String, String> hostile =
                    form.fields.keySet().stream().collect(Collectors.toMap(field -> field, field -> value));
            for (String[] headers : new String[][] {{}, {"Faces-Request", "partial/ajax"}}) {
                String partial =
                        headers.length == 0 ? "" : "&jakarta.faces.partial.ajax=true&jakarta.faces.source=" + form.id;
                assertHarmless(
                        form + " with " + value.length(),
                        operator.form("/" + form.page, form.filled(hostile) + partial, headers));
            }
        }
        assertThat(kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whoOnlyLooksChangesNothingWithAFormThatAnOperatorDoesItWith(String id) {
        Form form = form(id);
        Visitor guest = new Visitor(Nodes.a());
        guest.login("guest", "guest");
        String before = kept();

        assertThat(guest.form("/" + form.page, form.filled(Map.of())).statusCode())
                .isLessThan(500);
        assertThat(kept()).isEqualTo(before);
        operator.form("/" + form.page, form.filled(Map.of()));
        if (!id.equals("live")) {
            assertThat(kept()).isNotEqualTo(before);
        }
    }

    private static void assertHarmless(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.headers().map()).as(what).doesNotContainEntry("Set-Cookie", List.of("x=y"));
        assertThat(answer.body())
                .as(what)
                .doesNotContain("<script>alert", "9449772114007", "root:")
                .doesNotContainPattern("<[^>]*\"' onfocus");
    }

    /** What there is that a form could have changed. */
    private String kept() {
        List<String> all = new ArrayList<>();
        for (String path : List.of("/profiles", "/tokens", "/audit?limit=1", "/profiles/" + profile + "/chat/locks")) {
            all.add(Client.text(Client.operator().get(path)));
        }
        return String.join("\n", all);
    }
}
