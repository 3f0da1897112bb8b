package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.header;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** How people get into the console, and who does not. */
@Scenario("W3")
class ConsoleLoginIT {

    /** Found by whoever is let in to look, where it is not. */
    private static final String NOWHERE = "/no-such-page";

    private static final String[] ELSEWHERE = {"Sec-Fetch-Site", "cross-site"};

    private final Visitor visitor = new Visitor(Nodes.a());

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/overview", "/no-such-page?a=b&c=d", "/jakarta.faces.resource/x.css.xhtml"})
    void whoIsNotKnownIsSentToTheLoginWhateverThePage(String page) {
        HttpResponse<String> answer = visitor.page(page);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location"))
                .startsWith("/restante/login?wanted=")
                .doesNotContain("&");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whatIsForProgramsIsNoPageForAnybody() {
        visitor.login("operator", Client.OPERATOR_PASSWORD);

        for (String path : new String[] {"/api/profiles", "/metrics", "/health/ready", "/api/nothing"}) {
            assertThat(visitor.page(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void afterTheLoginComesThePageThatWasWanted() {
        String login = header(visitor.page(NOWHERE + "?a=b"), "Location");
        HttpResponse<String> form = visitor.page(login.substring("/restante".length()));
        assertThat(form.body()).contains("name=\"wanted\" value=\"/no-such-page?a=b\"");

        HttpResponse<String> answer = visitor.form(
                "/login", "user=operator&password=" + Client.OPERATOR_PASSWORD + "&wanted=%2Fno-such-page%3Fa%3Db");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/restante/no-such-page?a=b");
        assertThat(visitor.page(NOWHERE).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example", "%2F..%2Fother"})
    void noLoginLeadsToAnotherSite(String wanted) {
        HttpResponse<String> answer =
                visitor.form("/login", "user=operator&password=" + Client.OPERATOR_PASSWORD + "&wanted=" + wanted);

        assertThat(header(answer, "Location")).isEqualTo("/restante/");
    }

    @Test
    void aPasswordMayBeConfiguredAsAHash() {
        assertThat(visitor.login("guest", "guest").statusCode()).isEqualTo(303);
        assertThat(visitor.page("/profiles").statusCode()).isEqualTo(200);
        assertThat(Client.guest().get("/profiles").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientHasNoConsole() {
        HttpResponse<String> answer = visitor.login("gate", "gäte:1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("A client has no console");
        assertThat(visitor.page(NOWHERE).statusCode()).isEqualTo(302);
        assertThat(visitor.page(NOWHERE, "Authorization", Client.gate().authorization())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aWrongPasswordLeadsNowhereAndIsToldNoMoreThanAnUnknownUser() {
        HttpResponse<String> wrong = visitor.login("operator", "guess");
        HttpResponse<String> unknown = visitor.login("no\"<b>body", "guess");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body()).contains("No user with this password");
        assertThat(header(wrong, "Content-Type")).startsWith("text/html");
        assertThat(visitor.cookie()).isEmpty();
        assertThat(visitor.page(NOWHERE).statusCode()).isEqualTo(302);
    }

    @Test
    void wrongPasswordsAreHeldBackLongerAndLonger() {
        long start = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            assertThat(visitor.login("operator", "guess").statusCode()).isEqualTo(401);
        }

        // 100, 200, 400 and 800 ms
        assertThat(System.nanoTime() - start).isGreaterThan(1_400_000_000L);
        assertThat(visitor.login("operator", Client.OPERATOR_PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void theCookieIsForThisSiteAndNoScriptAndUnderAnIdThatNobodyKnewBefore() {
        visitor.login("guest", "guest");
        String first = visitor.cookie();

        HttpResponse<String> answer = visitor.login("operator", Client.OPERATOR_PASSWORD);

        assertThat(Visitor.setCookie(answer))
                .startsWith("restante-session=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("ath=/restante")
                .doesNotContainIgnoringCase("secure");
        assertThat(visitor.cookie()).isNotEqualTo(first);
        assertThat(new Visitor(Nodes.a()).with(first).page(NOWHERE).statusCode())
                .as("the session before")
                .isEqualTo(302);
        Visitor planted = new Visitor(Nodes.a()).with("restante-session=chosen-by-somebody-else");
        planted.login("operator", Client.OPERATOR_PASSWORD);
        assertThat(planted.cookie()).doesNotContain("chosen");
    }

    @Test
    void afterTheLogoutTheSessionIsGone() {
        visitor.login("operator", Client.OPERATOR_PASSWORD);
        String session = visitor.cookie();

        HttpResponse<String> answer = visitor.form("/logout", "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/restante/login");
        assertThat(new Visitor(Nodes.a()).with(session).page(NOWHERE).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aFormOnAnotherSiteNeitherLogsInNorOutNorPosts() {
        visitor.login("operator", Client.OPERATOR_PASSWORD);

        for (String path : new String[] {"/login", "/logout", NOWHERE}) {
            assertThat(visitor.form(path, "", ELSEWHERE).statusCode()).as(path).isEqualTo(403);
            assertThat(visitor.form(path, "", "Origin", "https://evil.example").statusCode())
                    .as(path + " in an older visitor")
                    .isEqualTo(403);
        }
        assertThat(visitor.login("operator", Client.OPERATOR_PASSWORD, ELSEWHERE)
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.page(NOWHERE).statusCode()).isEqualTo(404);
        assertThat(visitor.form(NOWHERE, "", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(404);
        assertThat(visitor.form(NOWHERE, "", "Origin", "http://127.0.0.1:8180").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPartOfAPageThatNobodyIsKnownForSendsThePageToTheLogin() {
        HttpResponse<String> answer = visitor.form("/overview?a=b", "", "Faces-Request", "partial/ajax");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .endsWith("<partial-response><redirect url=\"/restante/login?wanted=%2Foverview%3Fa%3Db\"/>"
                        + "</partial-response>");
    }

    @Test
    void noPageRunsWhatItDoesNotBring() {
        assertThat(header(visitor.page("/login"), "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("form-action 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        visitor.login("operator", Client.OPERATOR_PASSWORD);
        HttpResponse<String> page = visitor.page(NOWHERE);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("object-src 'none'")
                .contains("base-uri 'none'")
                .contains("form-action 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aFormThatNobodySendsIsRefusedWithoutHarm() {
        assertThat(visitor.form("/login", "user=operator&password=" + "x".repeat(20_000))
                        .statusCode())
                .isEqualTo(413);
        for (String form : new String[] {"", "user=%zz&password=%", "user=%ff&password=%00", "&&&=="}) {
            assertThat(visitor.form("/login", form).statusCode()).as(form).isBetween(400, 499);
        }
    }

    @Test
    void noPasswordIsInTheLog() throws IOException {
        visitor.login("operator", Client.OPERATOR_PASSWORD);
        visitor.login("operator", "guess-of-a-password");

        assertThat(Files.readString(Nodes.a().log())).doesNotContain("guess-of-a-password", Client.OPERATOR_PASSWORD);
    }
}
