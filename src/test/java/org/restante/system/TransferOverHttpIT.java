package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.Client.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

/** A multi-file auth folder in and out. */
@Scenario({"W1", "W2"})
class TransferOverHttpIT {

    private static final String PROFILE = "/profiles/http-transfer";
    private static final String CREDS = "{\"me\":{\"id\":\"1@s\",\"name\":\"Zoë\"},\"registered\":true}";
    private static final String SESSION = "{\"_sessions\":{\"a\":{\"type\":\"Buffer\",\"data\":\"AQID\"}}}";

    private final Client client = Client.operator();

    @BeforeEach
    void anEmptyProfile() {
        Nodes.bothRunning();
        client.delete(PROFILE);
    }

    @Test
    void aFolderThatWasImportedIsExportedAgain() throws IOException {
        Map<String, String> folder = Map.of("creds.json", CREDS, "session-491234.0.json", SESSION);

        HttpResponse<byte[]> answer = post("?format=baileys&skipUnreadable=false", zip(folder));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("{\"imported\":2,\"unreadable\":[]}");

        HttpResponse<byte[]> exported = client.get(PROFILE + "/export?format=baileys");
        assertThat(exported.statusCode()).isEqualTo(200);
        assertThat(header(exported, "Content-Type")).isEqualTo("application/zip");
        assertThat(unzip(exported.body())).containsOnlyKeys(folder.keySet());
        assertThat(unzip(exported.body()).get("creds.json")).contains("Zoë");
    }

    @Test
    void anUnreadableFileRefusesAllUnlessItIsToBeSkipped() throws IOException {
        byte[] folder = zip(Map.of("creds.json", CREDS, "session-1.0.json", "{broken"));

        HttpResponse<byte[]> refused = post("?format=baileys", folder);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(refused).at("/unreadable/0/file").textValue()).isEqualTo("session-1.0.json");
        assertThat(json(refused).at("/unreadable/0/reason").textValue()).isNotEmpty();
        assertThat(client.get(PROFILE + "/entries/creds/self").statusCode()).isEqualTo(404);

        HttpResponse<byte[]> skipped = post("?format=baileys&skipUnreadable=true", folder);
        assertThat(skipped.statusCode()).isEqualTo(200);
        assertThat(json(skipped).get("imported").intValue()).isEqualTo(1);
        assertThat(json(skipped).get("unreadable")).isEqualTo(json(refused).get("unreadable"));
    }

    @Test
    void whatIsNoZipOfAFolderIsRefused() throws IOException {
        assertThat(post("", "no zip".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(post("", zip(Map.of("../creds.json", CREDS))).statusCode()).isEqualTo(400);
        assertThat(post("?format=other", zip(Map.of("creds.json", CREDS))).statusCode())
                .isEqualTo(400);
        assertThat(post("?skipUnreadable=perhaps", zip(Map.of("creds.json", CREDS)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send(
                                "POST",
                                PROFILE + "/import",
                                BodyPublishers.ofByteArray(zip(Map.of("creds.json", CREDS))),
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(415);
        assertThat(client.get(PROFILE + "/entries/creds/self").statusCode()).isEqualTo(404);
    }

    @Test
    void aZipOverTheLimitIsTooLargeHoweverItComes() {
        byte[] large = new byte[16 * 1024 * 1024 + 1];

        assertThat(post("", large).statusCode()).isEqualTo(413);
        assertThat(client.send(
                                "POST",
                                PROFILE + "/import",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(largeFile())),
                                "Content-Type",
                                "application/zip")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aProfileWithoutCredsCannotBeExported() {
        client.put(PROFILE + "/entries/session/1.0", "x");

        assertThat(client.get(PROFILE + "/export?format=baileys").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> post(String query, byte[] body) {
        return client.send(
                "POST",
                PROFILE + "/import" + query,
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                "application/zip");
    }

    /** A zip that is larger than the limit and gives no sign of it at its beginning. */
    private static byte[] largeFile() {
        byte[] noise = new byte[17 * 1024 * 1024];
        new Random(1).nextBytes(noise);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("creds.json"));
            zip.write(noise);
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
