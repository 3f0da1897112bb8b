package org.restante.baileys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.restante.codec.Content;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.storage.Batch;

class ExportTest {

    private final ImportedProfile profile = new ImportedProfile();

    @Test
    void withoutCredentialsThereIsNone() {
        profile.storage().put(Namespaces.LID_MAPPING, "1", "2");

        assertThat(profile.folders().export(profile.storage())).isEqualTo(new ExportOutcome.NoCredentials());
    }

    @Test
    void holdsWhatBaileysHasFilesForAndNothingElse() {
        putCredentials();
        profile.storage().put(Namespaces.SIGNED_PRE_KEY, "1", new byte[] {1});
        profile.storage().put(Namespace.of("application", String.class), "1", "mine");

        assertThat(profile.exported().files()).containsOnlyKeys("creds.json");
    }

    @Test
    void writesWhatBeansAndHttpClientsStoredAsBaileysDoes() {
        putCredentials();
        profile.storage().put(Namespaces.SENDER_KEY, "1@g.us::2::3", new byte[] {-5, -1});
        profile.storage().put(Namespaces.TC_TOKEN, "1@lid", Map.of("token", new byte[] {1}));
        put("session", "1.0", "application/json; charset=utf-8", "{\"a\" : {\"type\":\"Buffer\",\"data\":[1]}}");
        put("lid-mapping", "1", "text/plain", "2");
        put("pre-key", "1", "application/vnd.x+json", "[1]");

        Map<String, byte[]> files = profile.exported().files();

        assertThat(files)
                .hasSize(6)
                .hasEntrySatisfying("sender-key-1@g.us--2--3.json", text("{\"type\":\"Buffer\",\"data\":\"+/8=\"}"))
                .hasEntrySatisfying("tctoken-1@lid.json", text("{\"token\":{\"type\":\"Buffer\",\"data\":\"AQ==\"}}"))
                .hasEntrySatisfying("session-1.0.json", text("{\"a\":{\"type\":\"Buffer\",\"data\":\"AQ==\"}}"))
                .hasEntrySatisfying("lid-mapping-1.json", text("\"2\""))
                .hasEntrySatisfying("pre-key-1.json", text("[1]"));
    }

    @Test
    void pagesThroughManyKeys() {
        putCredentials();
        Batch batch = new Batch();
        for (int i = 0; i < 2_345; i++) {
            batch.put(Namespaces.LID_MAPPING, Integer.toString(i), "1");
        }
        profile.storage().apply(batch);

        assertThat(profile.exported().files()).hasSize(2_346);
    }

    @Test
    void twoKeysOfOneFileAreRefusedByName() {
        putCredentials();
        profile.storage().put(Namespaces.LID_MAPPING, "a:b", "1");
        profile.storage().put(Namespaces.LID_MAPPING, "a-b", "2");

        assertThat(problems())
                .containsExactly(new FileRemark(
                        "lid-mapping-a-b.json", "would be the file of both lid-mapping/a-b and lid-mapping/a:b"));
    }

    @Test
    void credentialsThatAreNoObjectAreRefused() {
        put("creds", "self", "application/octet-stream", "{}");

        assertThat(problems()).containsExactly(new FileRemark("creds.json", "is not a JSON object"));
    }

    @Test
    void twoTypesOfOneFileAreRefusedToo() {
        putCredentials();
        profile.storage().put(Namespaces.SENDER_KEY, "memory-1@g.us", new byte[] {1});
        profile.storage().put(Namespaces.SENDER_KEY_MEMORY, "1@g.us", Map.of());

        assertThat(problems()).extracting(FileRemark::file).containsExactly("sender-key-memory-1@g.us.json");
    }

    @Test
    void namesThatDoNotTravelAreRefused() {
        putCredentials();
        profile.storage().put(Namespaces.LID_MAPPING, "..\\..\\1", "1");
        profile.storage().put(Namespaces.LID_MAPPING, "\u00e9".repeat(128), "1");

        assertThat(problems()).hasSize(2);
    }

    @Test
    void noKeyLeavesTheFolder() {
        putCredentials();
        profile.storage().put(Namespaces.LID_MAPPING, "../../../etc/passwd", "1");

        assertThat(profile.exported().files()).containsKey("lid-mapping-..__..__..__etc__passwd.json");
    }

    @Test
    void unreadableEntriesAreToldAndNotLost() {
        putCredentials();
        put("session", "1.0", Content.CBOR, "\u007f\u0000");
        put("session", "2.0", "application/json", "{");
        put("session", "3.0", "application/json", "null");
        profile.storage().put(Namespace.of("session", Double.class), "4.0", Double.NaN);
        put("session", "5.0", "text/plain", "fine");

        assertThat(problems())
                .extracting(FileRemark::file)
                .containsExactly("session-1.0.json", "session-2.0.json", "session-3.0.json", "session-4.0.json");
    }

    @Test
    void unreadableCredentialsAreNotTakenForNone() {
        put("creds", "self", "application/json", "{\"a\":");

        assertThat(problems()).extracting(FileRemark::file).containsExactly("creds.json");
    }

    @Test
    void spoiltBetweenCheckAndZipItBreaksOffAndIsNoZip() throws IOException {
        profile.imported(AuthFolder.real());
        FolderExport export = ((ExportOutcome.Ready) profile.folders().export(profile.storage())).folder();
        put("tctoken", "__index", "application/json", "{");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();

        assertThatThrownBy(() -> export.writeTo(zip))
                .isInstanceOf(ExportBrokenOffException.class)
                .hasMessageContaining("tctoken-__index.json");

        assertThat(zip.size()).isPositive();
        assertThatThrownBy(() -> new ImportedProfile().zip(zip.toByteArray())).hasMessageContaining("cut short");
    }

    @Test
    void credentialsDeletedBetweenCheckAndZipBreakItOff() {
        putCredentials();
        FolderExport export = ((ExportOutcome.Ready) profile.folders().export(profile.storage())).folder();
        profile.storage().delete(Namespaces.CREDS, "self");

        assertThatThrownBy(() -> export.writeTo(new ByteArrayOutputStream()))
                .isInstanceOf(ExportBrokenOffException.class);
    }

    @Test
    void theStreamStaysOpen() throws IOException {
        putCredentials();
        FolderExport export = ((ExportOutcome.Ready) profile.folders().export(profile.storage())).folder();
        boolean[] closed = {false};
        ByteArrayOutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        export.writeTo(stream);

        assertThat(closed).containsExactly(false);
        assertThat(export.files()).isEqualTo(1);
        assertThat(new ZipInputStream(new ByteArrayInputStream(stream.toByteArray())).getNextEntry())
                .isNotNull();
    }

    private void putCredentials() {
        profile.storage().put(Namespaces.CREDS, "self", Map.of("registrationId", 35));
    }

    private void put(String namespace, String key, String mediaType, String bytes) {
        Content content = new Content(mediaType, bytes.getBytes(StandardCharsets.ISO_8859_1));
        profile.storage().put(Namespaces.named(namespace, Content.class), key, content);
    }

    private List<FileRemark> problems() {
        ExportOutcome outcome = profile.folders().export(profile.storage());
        assertThat(outcome).isInstanceOf(ExportOutcome.Refused.class);
        return ((ExportOutcome.Refused) outcome).problems();
    }

    private static Consumer<byte[]> text(String expected) {
        return content ->
                assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo(expected);
    }
}
