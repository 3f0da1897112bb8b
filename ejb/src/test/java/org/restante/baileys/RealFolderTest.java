package org.restante.baileys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.restante.codec.Content;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.storage.PageRequest;

/** A folder that Baileys wrote, against the keys and values that it was given before it named any file. */
class RealFolderTest {

    private static final int FILES = 36;

    private final ObjectMapper json = new ObjectMapper();
    private final ImportedProfile profile = new ImportedProfile();

    @TestFactory
    Stream<DynamicTest> everyEntryIsThereUnderItsOriginalKey() throws IOException {
        profile.imported(AuthFolder.real());
        JsonNode expected = json.readTree(AuthFolder.resource("expected.json").toFile());
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("creds/self", () -> assertEntry("creds", "self", expected.path("creds"))));
        expected.path("keys")
                .properties()
                .forEach(type -> type.getValue()
                        .properties()
                        .forEach(key -> tests.add(dynamicTest(
                                type.getKey() + "/" + key.getKey(),
                                () -> assertEntry(type.getKey(), key.getKey(), key.getValue())))));
        assertThat(tests).hasSize(FILES);
        return tests.stream();
    }

    @Test
    void nothingElseIsThere() {
        ImportOutcome.Imported outcome = profile.imported(AuthFolder.real());

        assertThat(outcome.imported()).isEqualTo(FILES);
        assertThat(outcome.unreadable()).isEmpty();
        assertThat(outcome.notes()).isEmpty();
        int keys = 1;
        for (KeyType type : KeyType.values()) {
            keys += profile.storage()
                    .keys(type.namespace(), PageRequest.first(1000))
                    .keys()
                    .size();
        }
        assertThat(keys).isEqualTo(FILES);
    }

    @Test
    void theDirectoryGivesTheSameAsItsZip() {
        ImportOutcome fromDirectory =
                profile.folders().importFolder(profile.storage(), AuthFolder.realPath(), WhenUnreadable.REFUSE);
        ImportedProfile other = new ImportedProfile();
        other.imported(AuthFolder.real());

        assertThat(fromDirectory).isEqualTo(new ImportOutcome.Imported(FILES, List.of(), List.of()));
        assertSameFiles(profile.exported(), other.exported());
    }

    @Test
    void beansReadNaturalTypes() {
        profile.imported(AuthFolder.real());

        Map<String, Object> creds =
                profile.storage().get(Namespaces.CREDS, "self").orElseThrow();
        assertThat(creds).containsEntry("registrationId", 35).containsKey("me");
        assertThat(creds.get("noiseKey"))
                .isInstanceOfSatisfying(
                        Map.class,
                        pair -> assertThat((byte[]) pair.get("private")).hasSize(32));
        assertThat(profile.storage().get(Namespaces.LID_MAPPING, "900100200300400_reverse"))
                .contains("15550001111");
        assertThat(profile.storage().get(Namespaces.DEVICE_LIST, "900500600700800"))
                .contains(List.of("0", "3", "99"));
        assertThat(profile.storage().get(Namespaces.IDENTITY_KEY, "15550002222.0"))
                .hasValueSatisfying(key -> assertThat(key).hasSize(33).startsWith(5));
    }

    @Test
    void theBytesOfASenderKeyAreUntouched() throws IOException {
        profile.imported(AuthFolder.real());
        String key = "120363000000000001@g.us::900100200300400_1::7";

        byte[] actual = profile.storage().get(Namespaces.SENDER_KEY, key).orElseThrow();

        JsonNode expected = json.readTree(AuthFolder.resource("expected.json").toFile());
        String base64 =
                expected.path("keys").path("sender-key").path(key).path("data").asText();
        assertThat(actual).isEqualTo(Base64.getDecoder().decode(base64));
        assertThat(new String(actual, StandardCharsets.UTF_8)).startsWith("[{\"senderKeyId\":");
    }

    @Test
    void importingTwiceIsTheSameAsOnce() {
        profile.imported(AuthFolder.real());
        AuthFolder once = profile.exported();

        profile.imported(AuthFolder.real());

        assertSameFiles(profile.exported(), once);
    }

    @Test
    void theExportIsTheFolderByteForByte() throws IOException {
        profile.imported(AuthFolder.real());

        AuthFolder exported = profile.exported();

        assertSameFiles(exported, AuthFolder.real());
        exported.writtenTo(Path.of("target", "baileys-export")); // for src/test/baileys/check
        Files.write(Path.of("target", "baileys-export.zip"), exported.zipped());
    }

    @Test
    void anExportCanBeImportedElsewhere() {
        profile.imported(AuthFolder.real());
        ImportedProfile other = new ImportedProfile();

        other.imported(profile.exported());

        assertSameFiles(other.exported(), profile.exported());
    }

    @Test
    void whatTheFolderDoesNotHaveStays() {
        profile.storage().put(Namespaces.LID_MAPPING, "42", "43");
        Namespace<String> own = Namespace.of("application", String.class);
        profile.storage().put(own, "note", "mine");

        profile.imported(AuthFolder.real());

        assertThat(profile.storage().get(Namespaces.LID_MAPPING, "42")).contains("43");
        assertThat(profile.storage().get(own, "note")).contains("mine");
        assertThat(profile.exported().files()).hasSize(FILES + 1).containsKey("lid-mapping-42.json");
    }

    private void assertEntry(String namespace, String key, JsonNode expected) throws IOException {
        Content content = profile.storage()
                .get(Namespaces.named(namespace, Content.class), key)
                .orElseThrow();
        JsonNode actual;
        try {
            actual = json.readTree(FileContent.toFile(Namespace.ofMaps("any"), content));
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static void assertSameFiles(AuthFolder actual, AuthFolder expected) {
        assertThat(texts(actual)).isEqualTo(texts(expected));
    }

    private static Map<String, String> texts(AuthFolder folder) {
        Map<String, String> texts = new HashMap<>();
        folder.files().forEach((name, content) -> texts.put(name, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }
}
