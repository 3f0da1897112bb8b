package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no form of the console makes, sent as if one had: refused in words, nothing of it stored or part of a page. */
class HostileFormsIT {

    private static final String SCRIPT = "<script>alert('x')</script>";

    private static final List<Form> FORMS = List.of(
            new Form("profiles", "import", "import:store", "import:name", "import:file", "import:skip"),
            new Form("profiles", "live", "live", "prefix", "after"),
            new Form("profile", "export", "send", "id"),
            new Form("profile", "wiping", "wipe", "id", "ask", "typed", "reason"),
            new Form("profile", "content", "show", "id", "ns", "prefix", "after", "key"),
            new Form("claims", "ask", "release", "ns", "key", "since", "attempt", "reason"),
            new Form("conversations", "ask", "release", "profile", "key", "owner", "reason"),
            new Form("tokens", "ask", "end", "revoke", "reason"),
            new Form(
                    "tokens",
                    "make",
                    "make:create",
                    "make:name",
                    "make:role",
                    "make:profiles",
                    "make:namespaces",
                    "make:validity",
                    "make:reason"),
            new Form("overview", "live", "live"),
            new Form("changes", "live", "live", "after"));

    private static final List<String> VALUES = List.of(
            "",
            SCRIPT,
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
     */
    private record Form(String page, String id, String button, List<String> fields) {

        Form(String page, String id, String button, String... fields) {
            this(page, id, button, List.of(fields));
        }

        /** What a browser would send, each field with that value. */
        String filled(String value) {
            Stream<String> own = Stream.of(id, id, "jakarta.faces.ViewState", "stateless", button, "x");
            Stream<String> all = Stream.concat(own, fields.stream().flatMap(field -> Stream.of(field, value)));
            List<String> encoded = all.map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                    .toList();
            return Stream.iterate(0, at -> at < encoded.size(), at -> at + 2)
                    .map(at -> encoded.get(at) + "=" + encoded.get(at + 1))
                    .collect(Collectors.joining("&"));
        }

        @Override
        public String toString() {
            return page + " " + id;
        }
    }

    private final Visitor visitor = new Visitor(Nodes.a());

    @BeforeEach
    void anOperatorIsLoggedIn() {
        Nodes.bothRunning();
        visitor.login("operator", Client.OPERATOR_PASSWORD);
    }

    static Stream<Arguments> forms() {
        return FORMS.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noValueIsAnErrorOfTheServerNorStoredNorPartOfThePage(Form form) {
        String before = kept();
        for (String value : VALUES) {
            for (String[] headers : new String[][] {{}, {"Faces-Request", "partial/ajax"}}) {
                String fields = form.filled(value)
                        + (headers.length == 0
                                ? ""
                                : "&jakarta.faces.partial.ajax=true&jakarta.faces.source=" + form.id);

                HttpResponse<String> answer = visitor.form("/" + form.page, fields, headers);

                String what = form + " with " + (value.length() > 60 ? value.length() + " characters" : value);
                assertThat(answer.statusCode()).as(what).isLessThan(500);
                assertThat(answer.headers().map()).as(what).doesNotContainEntry("Set-Cookie", List.of("x=y"));
                assertThat(answer.body())
                        .as(what)
                        .doesNotContain("<script>alert", "9449772114007", "root:")
                        .doesNotContainPattern("<[^>]*\"' onfocus");
            }
        }
        assertThat(kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whoOnlyLooksChangesNothingWithThem(Form form) {
        Visitor guest = new Visitor(Nodes.a());
        guest.login("guest", "guest");
        String before = kept();

        HttpResponse<String> answer = guest.form("/" + form.page, form.filled("of-gate"));

        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(kept()).isEqualTo(before);
    }

    /** What there is that a form could have changed. */
    private static String kept() {
        return Arrays.stream(new String[] {"/profiles", "/tokens", "/audit?limit=1"})
                .map(path -> Client.text(Client.operator().get(path)))
                .collect(Collectors.joining());
    }
}
