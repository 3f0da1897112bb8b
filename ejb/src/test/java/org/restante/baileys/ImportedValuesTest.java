package org.restante.baileys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.Namespaces;

class ImportedValuesTest {

    private final ImportedProfile profile = new ImportedProfile();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"z\":1,\"a\":null,\"m\":[null,true,{\"b\":1,\"a\":2}]}",
                "{\"n\":[0,-1,2147483648,9007199254740993,123456789012345678901234567890,1.5,1.0E-7]}",
                "{\"text\":\"Restante \u2709 \ud83d\ude00 \\\"\\n\"}",
                "{\"type\":\"Buffer\"}",
                "{\"type\":\"Buffer\",\"data\":\"\"}",
                "{\"a\":{\"type\":\"Buffer\",\"data\":\"AP8=\"}}",
                "{\"5@lid\":1}",
                "{\"1\":1,\"2\":2}",
                "{\"0\":1,\"1\":256}",
                "{\"0\":1,\"00\":1}",
                "{}",
                "[]",
                "\"\"",
                "false",
                "0"
            })
    void comeOutAsTheyWentIn(String json) {
        profile.imported(AuthFolder.minimal().with("session-1.0.json", json));

        assertThat(exportedSession()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Buffer\",\"data\":\"-_8\"}",
                "{\"type\":\"Buffer\",\"data\":[251,255]}",
                "{\"type\":\"Buffer\",\"value\":\"+/8=\"}",
                "{\"type\":\"Buffer\",\"value\":[251,255]}",
                "{\"buffer\":true,\"data\":\"+/8=\"}",
                "{\"buffer\":true,\"value\":[251,255]}",
                "{\"0\":251,\"1\":255}",
                "{\"1\":255,\"0\":251}"
            })
    void bytesInAnyOldSpellingAreBytes(String json) {
        profile.imported(AuthFolder.minimal()
                .with("identity-key-1.0.json", json)
                .with("session-1.0.json", "{\"in\":[" + json + "]}"));

        assertThat(profile.storage().get(Namespaces.IDENTITY_KEY, "1.0")).contains(new byte[] {-5, -1});
        assertThat(exportedSession()).isEqualTo("{\"in\":[{\"type\":\"Buffer\",\"data\":\"+/8=\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"AP8=\"",
                "{\"type\":\"Buffer\",\"data\":\"AP8=\"}",
                "{\"type\":\"Buffer\",\"data\":[0,255]}",
                "{\"0\":0,\"1\":255}"
            })
    void keyDataIsAlwaysBareBase64SinceBaileysDropsSomeSpellings(String keyData) {
        profile.imported(AuthFolder.minimal()
                .with("app-state-sync-key-AAAA.json", "{\"keyData\":" + keyData + ",\"timestamp\":\"1\"}"));

        assertThat(profile.storage().get(Namespaces.APP_STATE_SYNC_KEY, "AAAA"))
                .contains(Map.of("keyData", "AP8=", "timestamp", "1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                     | is empty
                    {"a":1                                 | is not JSON (line 1, column 7)
                    {"a":1} x                              | is not JSON (line 1, column 9)
                    secret                                 | is not JSON (line 1, column 1)
                    null                                   | holds null, which Baileys takes for an absent file
                    {"type":"Buffer","data":"**"}          | has a Buffer that is not base64
                    {"a":{"type":"Buffer","data":[1,"b"]}} | has a Buffer of something else than bytes
                    {"type":"Buffer","data":[256]}         | has a Buffer of something else than bytes
                    {"half":"\\ud83d"}                     | holds half a surrogate pair
                    {"\\ud83d":1}                          | is not JSON (line 1, column 9)
                    [1e400]                                | holds a number out of range
                    """)
    void whatCannotBeKeptIsUnreadable(String json, String reason) {
        AuthFolder folder = AuthFolder.minimal().with("session-1.0.json", json);

        assertThat(profile.refused(folder)).containsExactly(new FileRemark("session-1.0.json", reason));
    }

    @Test
    void onlyUtf8IsRead() {
        AuthFolder utf16 = AuthFolder.minimal().with("session-1.0.json", "{}".getBytes(StandardCharsets.UTF_16));

        assertThat(profile.refused(utf16)).containsExactly(new FileRemark("session-1.0.json", "is not UTF-8"));
    }

    @Test
    void depthIsBounded() {
        AuthFolder deep = AuthFolder.minimal().with("session-1.0.json", "[".repeat(100_000));

        assertThat(profile.refused(deep)).extracting(FileRemark::file).containsExactly("session-1.0.json");
    }

    @Test
    void theDeepestThatIsReadCanBeExported() {
        String json = "[".repeat(999) + "1" + "]".repeat(999);
        profile.imported(AuthFolder.minimal().with("session-1.0.json", json));

        assertThat(exportedSession()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "{\"type\":\"Buffer\",\"data\":\"\"}"})
    void credentialsAreAnObject(String json) {
        AuthFolder folder = new AuthFolder().with("creds.json", json);

        assertThat(profile.refused(folder)).containsExactly(new FileRemark("creds.json", "is not a JSON object"));
    }

    private String exportedSession() {
        byte[] file = profile.exported().files().get("session-1.0.json");
        return new String(file == null ? new byte[0] : file, StandardCharsets.UTF_8);
    }
}
