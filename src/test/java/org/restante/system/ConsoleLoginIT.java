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

    private final Browser browser = new Browser(Nodes.a());

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/overview", "/no-such-page?a=b&c=d", "/jakarta.faces.resource/x.css.xhtml"})
    void whoIsNotKnownIsSentToTheLoginWhateverThePage(String page) {
        HttpResponse<String> answer = browser.page(page);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location"))
                .startsWith("/restante/login?wanted=")
                .doesNotContain("&");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whatIsForProgramsIsNoPageForAnybody() {
        browser.login("operator", Client.OPERATOR_PASSWORD);

        for (String path : new String[] {"/api/profiles", "/metrics", "/health/ready", "/api/nothing"}) {
            assertThat(browser.page(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void afterTheLoginComesThePageThatWasWanted() {
        String login = header(browser.page(NOWHERE + "?a=b"), "Location");
        HttpResponse<String> form = browser.page(login.substring("/restante".length()));
        assertThat(form.body()).contains("name=\"wanted\" value=\"/no-such-page?a=b\"");

        HttpResponse<String> answer = browser.form(
                "/login", "user=operator&password=" + Client.OPERATOR_PASSWORD + "&wanted=%2Fno-such-page%3Fa%3Db");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/restante/no-such-page?a=b");
        assertThat(browser.page(NOWHERE).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example", "%2F..%2Fother"})
    void noLoginLeadsToAnotherSite(String wanted) {
        HttpResponse<String> answer =
                browser.form("/login", "user=operator&password=" + Client.OPERATOR_PASSWORD + "&wanted=" + wanted);

        assertThat(header(answer, "Location")).isEqualTo("/restante/");
    }

    @Test
    void aPasswordMayBeConfiguredAsAHash() {
        assertThat(browser.login("guest", "guest").statusCode()).isEqualTo(303);
        assertThat(browser.page(NOWHERE).statusCode()).isEqualTo(404);
        assertThat(Client.guest().get("/profiles").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientHasNoConsole() {
        HttpResponse<String> answer = browser.login("gate", "gäte:1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("A client has no console");
        assertThat(browser.page(NOWHERE).statusCode()).isEqualTo(302);
        assertThat(browser.page(NOWHERE, "Authorization", Client.gate().authorization())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aWrongPasswordLeadsNowhereAndIsToldNoMoreThanAnUnknownUser() {
        HttpResponse<String> wrong = browser.login("operator", "guess");
        HttpResponse<String> unknown = browser.login("no\"<b>body", "guess");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body()).contains("No user with this password");
        assertThat(header(wrong, "Content-Type")).startsWith("text/html");
        assertThat(browser.cookie()).isEmpty();
        assertThat(browser.page(NOWHERE).statusCode()).isEqualTo(302);
    }

    @Test
    void wrongPasswordsAreHeldBackLongerAndLonger() {
        long start = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            assertThat(browser.login("operator", "guess").statusCode()).isEqualTo(401);
        }

        // 100, 200, 400 and 800 ms
        assertThat(System.nanoTime() - start).isGreaterThan(1_400_000_000L);
        assertThat(browser.login("operator", Client.OPERATOR_PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void theCookieIsForThisSiteAndNoScriptAndUnderAnIdThatNobodyKnewBefore() {
        browser.login("guest", "guest");
        String first = browser.cookie();

        HttpResponse<String> answer = browser.login("operator", Client.OPERATOR_PASSWORD);

        assertThat(Browser.setCookie(answer))
                .startsWith("restante-session=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("ath=/restante")
                .doesNotContainIgnoringCase("secure");
        assertThat(browser.cookie()).isNotEqualTo(first);
        assertThat(new Browser(Nodes.a()).with(first).page(NOWHERE).statusCode())
                .as("the session before")
                .isEqualTo(302);
        Browser planted = new Browser(Nodes.a()).with("restante-session=chosen-by-somebody-else");
        planted.login("operator", Client.OPERATOR_PASSWORD);
        assertThat(planted.cookie()).doesNotContain("chosen");
    }

    @Test
    void afterTheLogoutTheSessionIsGone() {
        browser.login("operator", Client.OPERATOR_PASSWORD);
        String session = browser.cookie();

        HttpResponse<String> answer = browser.form("/logout", "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/restante/login");
        assertThat(new Browser(Nodes.a()).with(session).page(NOWHERE).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aFormOnAnotherSiteNeitherLogsInNorOutNorPosts() {
        browser.login("operator", Client.OPERATOR_PASSWORD);

        for (String path : new String[] {"/login", "/logout", NOWHERE}) {
            assertThat(browser.form(path, "", ELSEWHERE).statusCode()).as(path).isEqualTo(403);
            assertThat(browser.form(path, "", "Origin", "https://evil.example").statusCode())
                    .as(path + " in an older browser")
                    .isEqualTo(403);
        }
        assertThat(browser.login("operator", Client.OPERATOR_PASSWORD, ELSEWHERE)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.page(NOWHERE).statusCode()).isEqualTo(404);
        assertThat(browser.form(NOWHERE, "", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(404);
        assertThat(browser.form(NOWHERE, "", "Origin", "http://127.0.0.1:8180").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPartOfAPageThatNobodyIsKnownForSendsThePageToTheLogin() {
        HttpResponse<String> answer = browser.form("/overview?a=b", "", "Faces-Request", "partial/ajax");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .endsWith("<partial-response><redirect url=\"/restante/login?wanted=%2Foverview%3Fa%3Db\"/>"
                        + "</partial-response>");
    }

    @Test
    void noPageRunsWhatItDoesNotBring() {
        assertThat(header(browser.page("/login"), "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("form-action 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        browser.login("operator", Client.OPERATOR_PASSWORD);
        HttpResponse<String> page = browser.page(NOWHERE);
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
        assertThat(browser.form("/login", "user=operator&password=" + "x".repeat(20_000))
                        .statusCode())
                .isEqualTo(413);
        for (String form : new String[] {"", "user=%zz&password=%", "user=%ff&password=%00", "&&&=="}) {
            assertThat(browser.form("/login", form).statusCode()).as(form).isBetween(400, 499);
        }
    }

    @Test
    void noPasswordIsInTheLog() throws IOException {
        browser.login("operator", Client.OPERATOR_PASSWORD);
        browser.login("operator", "guess-of-a-password");

        assertThat(Files.readString(Nodes.a().log())).doesNotContain("guess-of-a-password");
    }
}
