package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as operators and viewers use it, with the keyboard. */
class ConsoleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Client client = Client.operator();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String profile = "console-" + run;
    private final ChatRequests chat = new ChatRequests(client, "/profiles/" + profile);

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @Test
    void everyPageShowsABusySystemAndBreaksNoRuleOfItsOwn() {
        fill();
        claim("busy");
        chat.token("busy", "PT1H");
        try (Browser browser = Browser.of(client)) {
            assertThat(browser.open("").picture("overview").text())
                    .contains("Profiles", "Claims in flight", "database");
            assertThat(browser.open("profiles?prefix=" + profile)
                            .picture("profiles")
                            .text())
                    .contains(profile, "Zoë", "pre-keys run low");
            assertThat(browser.open("profile?id=" + profile + "&ns=notes")
                            .picture("profile")
                            .text())
                    .contains("readme", "text/plain", "5 B")
                    .doesNotContain("hello");
            assertThat(browser.open("claims").picture("claims").text()).contains("console-" + run, "busy");
            assertThat(browser.open("conversations").picture("conversations").text())
                    .contains(profile, "busy", "holder");
            assertThat(browser.open("changes").picture("changes").text()).contains("When", "Who", "What");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aPageGoesOnByItselfWithTimesInTheReadersZone() {
        try (Browser browser = Browser.of(client)) {
            browser.open("claims");
            claim("later");
            await().atMost(PATIENCE).until(() -> browser.text().contains(run + "-later"));
            assertThat(browser.find("time[data-time]").getDomAttribute("title")).endsWith("Z");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theContentOfAnEntryIsShownAfterAQuestion() {
        fill();
        try (Browser browser = Browser.of(client)) {
            browser.open("profile?id=" + profile + "&ns=notes&prefix=read").press("a.quiet");
            assertThat(browser.picture("content").text()).doesNotContain("hello");
            browser.press("#show").shows("hello");
            assertThat(browser.find("pre").getText()).isEqualTo("hello");
            browser.open("changes").shows("content-shown", "entry readme of namespace notes of profile " + profile);
        }
        try (Browser browser = Browser.of(Client.guest())) {
            browser.open("profile?id=" + profile + "&ns=notes&key=readme");
            assertThat(browser.text()).contains("readme");
            assertThat(browser.has("#show")).isFalse();
            assertThat(browser.has("a.button.danger")).isFalse();
        }
    }

    @Test
    void aStuckClaimIsReleasedWithAReason() {
        claim("stuck");
        try (Browser browser = Browser.of(client)) {
            browser.open("claims").press("a[href*='" + run + "-stuck']").press("#release");
            browser.shows("reason must be given");
            browser.type("#reason", "its handler is gone").picture("release").press("#release");
            browser.shows("The claim is released");
            browser.open("changes").shows("claim-released", run + "-stuck", "its handler is gone");
        }
        claim("stuck");
    }

    @Test
    void aConversationIsTakenFromItsOwner() {
        chat.token("held", "PT1H");
        try (Browser browser = Browser.of(client)) {
            browser.open("conversations").press("a[href*='" + profile + "&key=held']");
            browser.type("#reason", "the gateway hangs").press("#release");
            browser.shows("The conversation is free").open("changes");
            browser.shows("lock-released", "conversation held of profile " + profile, "the gateway hangs");
        }
        chat.token("held", "PT1H");
    }

    @Test
    void aProfileIsWipedOnceItsNameIsTypedIn() {
        fill();
        try (Browser browser = Browser.of(client)) {
            browser.open("profile?id=" + profile).press("a.button.danger").picture("wipe");
            browser.type("#typed", "another").type("#reason", "test").press("#wipe");
            browser.shows("nothing was wiped");
            browser.find("#typed").clear();
            browser.type("#typed", profile).press("#wipe");
            browser.shows("The profile is wiped");
        }
        assertThat(Client.text(client.get("/profiles"))).doesNotContain(profile);
    }

    @Test
    void aProfileIsImported(@TempDir Path folder) throws IOException {
        Path zip = folder.resolve("auth.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("creds.json"));
            out.write("{\"me\":{\"id\":\"1:2@s.example\",\"name\":\"Imported\"}}".getBytes(StandardCharsets.UTF_8));
        }
        try (Browser browser = Browser.of(client)) {
            browser.open("profiles").type("[id='import:name']", profile).type("[id='import:file']", zip.toString());
            browser.press("[id='import:store']");
            browser.shows("1 files are imported", "Imported");
            browser.open("changes").shows("profile-imported", "profile " + profile);
        }
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked() {
        try (Browser browser = Browser.of(client)) {
            browser.open("tokens").type("[id='make:name']", "gate " + run);
            browser.type("[id='make:profiles']", profile).type("[id='make:reason']", "a second gateway");
            browser.press("[id='make:create']").shows("shown this once", "gate " + run);
            String token = browser.find("#secret").getText();
            assertThat(status(token)).isEqualTo(200);

            assertThat(browser.open("tokens").picture("tokens").text()).doesNotContain(token);
            browser.press("a[href*='revoke=']").type("#reason", "lost").press("#end");
            browser.shows("The token is revoked");
            await().atMost(PATIENCE).until(() -> status(token) == 401);
            browser.open("changes").shows("token-created", "a second gateway", "token-revoked", "lost");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void namesAndReasonsOfAllLanguagesArriveAsTheyAre() {
        String name = "gäte-ß-名-" + run;
        try (Browser browser = Browser.of(client)) {
            client.put("/profiles/" + encoded(name) + "/entries/notes/r", "hello", "Content-Type", "text/plain");
            browser.open("profile?id=" + encoded(name)).press("a.button.danger");
            browser.type("#typed", name).type("#reason", "Gerät Übung ß").press("#wipe");
            browser.shows("The profile is wiped").open("changes").shows("profile " + name, "Gerät Übung ß");
        }
        assertThat(Client.text(client.get("/profiles"))).doesNotContain(name);
    }

    @Test
    void aLinkChangesNothingWhateverItCarries() {
        fill();
        String link = "profile?id=" + profile + "&ask=wipe&wiping=wiping&typed=" + profile
                + "&reason=x&wipe=x&jakarta.faces.ViewState=stateless&primefaces.nonce=MDAwMDAwMDAtMDAwMC0wMDAw";

        assertThat(Nodes.get(client, "/restante/" + link).statusCode()).isEqualTo(400);
        assertThat(client.ask("PUT", "/restante/" + link, HttpRequest.BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(405);
        try (Browser browser = Browser.of(client)) {
            browser.open(link);
        }
        assertThat(Client.text(client.get("/profiles"))).contains(profile);
    }

    @Test
    void aWrongPasswordIsHeldBackAtAPageToo() {
        long begin = System.nanoTime();
        for (int i = 0; i < 3; i++) { // 100 ms, 200 ms, 400 ms, unless others have failed before
            assertThat(Nodes.get(new Client(Nodes.a(), "operator", "guess"), "/restante/overview")
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(690));
    }

    @Test
    void whoLogsOutIsOut() {
        try (Browser browser = Browser.of(client)) {
            browser.press(".logout button").shows("Password");
            browser.open("claims").picture("login").shows("Password");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profiles?prefix=%3Cscript%3Ealert(1)%3C/script%3E",
                "profiles?after=-1",
                "profiles?after=%27%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "profile?id=%3Cscript%3Ealert(1)%3C/script%3E",
                "profile?id=a%00b",
                "profile?id=",
                "profile?id=p&ns=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&prefix=%01%02",
                "profile?id=p&ns=n&after=~&key=%3Cscript%3Ealert(1)%3C/script%3E",
                "claims?ns=%3Cscript%3Ealert(1)%3C/script%3E&key=k&since=-9&attempt=x",
                "claims?ns=n&key=k&since=99999999999999999999&attempt=1",
                "claims?done=%3Cscript%3Ealert(1)%3C/script%3E",
                "conversations?profile=%00&key=%3Cscript%3Ealert(1)%3C/script%3E&owner=%0d%0a",
                "tokens?revoke=%3Cscript%3Ealert(1)%3C/script%3E",
                "tokens?done=%3Cscript%3Ealert(1)%3C/script%3E",
                "changes?after=%3Cscript%3Ealert(1)%3C/script%3E",
                "changes?after=-1",
                "profile.xhtml?id=p",
                "WEB-INF/console/layout.xhtml",
                "jakarta.faces.resource/..%2F..%2Fweb.xml.xhtml?ln=..",
            })
    void hostileParametersAreNeverAnErrorOfTheServerNorPartOfThePage(String page) {
        HttpResponse<String> answer = Nodes.get(client, "/restante/" + page);

        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void clientsSeeNothing() {
        for (String page : new String[] {
            "", "overview", "profiles", "profile?id=of-gate", "claims", "conversations", "tokens", "changes"
        }) {
            assertThat(Nodes.get(Client.gate(), "/restante/" + page).statusCode())
                    .isEqualTo(403);
            assertThat(Nodes.get(Client.guest(), "/restante/" + page).statusCode())
                    .isEqualTo(200);
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private int status(String token) {
        return Nodes.send(HttpRequest.newBuilder(Nodes.a().uri("/restante/api/profiles/" + profile + "/retries"))
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private void fill() {
        client.put(
                "/profiles/" + profile + "/entries/creds/self",
                "{\"me\":{\"id\":\"1:2@s.example\",\"name\":\"Zoë\"}}",
                "Content-Type",
                "application/json");
        client.put("/profiles/" + profile + "/entries/notes/readme", "hello", "Content-Type", "text/plain");
    }

    private void claim(String key) {
        new DedupRequests(client, "/dedup/console-" + run).claimed(run + "-" + key, "{'lease':'PT1H'}");
    }
}
