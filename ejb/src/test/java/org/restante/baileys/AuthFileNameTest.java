package org.restante.baileys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "pre-key-4.json, pre-key, 4",
        "session-900100200300400_1.7.json, session, 900100200300400_1.7",
        "identity-key-15550002222.0.json, identity-key, 15550002222.0",
        "lid-mapping-900100200300400_reverse.json, lid-mapping, 900100200300400_reverse",
        "device-list-15550001111.json, device-list, 15550001111",
        "app-state-sync-version-critical_block.json, app-state-sync-version, critical_block",
        "app-state-sync-key-AAAAAP+__.json, app-state-sync-key, AAAAAP+/",
        "app-state-sync-key-__________w==.json, app-state-sync-key, /////w==",
        "sender-key-120363000000000001@g.us--900100200300400_1--7.json, sender-key,"
                + " 120363000000000001@g.us::900100200300400_1::7",
        "sender-key-15550001111-1400000000@g.us--15550002222--0.json, sender-key,"
                + " 15550001111-1400000000@g.us::15550002222::0",
        "sender-key-900500600700800-3@lid--900500600700800_1--3.json, sender-key,"
                + " 900500600700800:3@lid::900500600700800_1::3",
        "sender-key-memory-15550001111-1400000000@g.us.json, sender-key-memory, 15550001111-1400000000@g.us",
        "tctoken-900500600700800-3@lid.json, tctoken, 900500600700800:3@lid",
        "tctoken-__index.json, tctoken, __index",
        "creds.json, creds, self"
    })
    void givesBackTheOriginalKey(String file, String namespace, String key) throws UnreadableFileException {
        AuthFileName name = AuthFileName.parse(file);

        assertThat(name.namespace().name()).isEqualTo(namespace);
        assertThat(name.key()).isEqualTo(key);
        assertThat(name.certain()).isTrue();
        assertThat(AuthFileName.of(name.namespace(), name.key())).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session-a-b.json",
                "pre-key-__4.json",
                "app-state-sync-key-AAAA_.json",
                "app-state-sync-key-AAA.json",
                "app-state-sync-key-AA-A.json",
                "app-state-sync-key-___AAA.json",
                "sender-key-a__b--15550002222--0.json",
                "sender-key-no-parts.json",
                "sender-key-memory-who@knows.json",
                "sender-key-1@g.us--2--3\n.json",
                "tctoken-__other.json"
            })
    void keepsWhatItCannotTell(String file) throws UnreadableFileException {
        AuthFileName name = AuthFileName.parse(file);

        assertThat(name.certain()).isFalse();
        assertThat(file).isEqualTo(name.namespace().name() + "-" + name.key() + ".json");
        assertThat(AuthFileName.of(name.namespace(), name.key())).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "foo-bar.json, is of no known type",
        "signed-pre-key-1.json, is of no known type",
        "creds.JSON, is not a file of an auth folder",
        "session-1.0.json.bak, is not a file of an auth folder",
        "session-a:b.json, is not a file of an auth folder",
        "session-.json, key must not be empty",
        "session.json, is of no known type",
        "'', is not a file of an auth folder"
    })
    void refusesWithAReason(String file, String reason) {
        assertThatThrownBy(() -> AuthFileName.parse(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(reason);
    }

    @Test
    void refusesAKeyOverItsLimit() throws UnreadableFileException {
        assertThat(AuthFileName.parse("session-" + "1".repeat(512) + ".json").key())
                .hasSize(512);
        assertThatThrownBy(() -> AuthFileName.parse("session-" + "1".repeat(513) + ".json"))
                .hasMessageContaining("at most 512 characters");
    }

    @Test
    void whateverIsReadIsWrittenUnderTheSameName() throws UnreadableFileException {
        Random random = new Random(7);
        List<KeyType> types = List.of(KeyType.values());
        String[] parts = {
            "-", "--", "_", "__", ".", "@", "1", "15550001111", "lid", "g.us", "s.whatsapp.net", "+", "=", "A"
        };
        int certain = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder id = new StringBuilder("1");
            for (int n = random.nextInt(8); n > 0; n--) {
                id.append(parts[random.nextInt(parts.length)]);
            }
            KeyType type = types.get(random.nextInt(types.size()));
            String file = type.prefix() + id + ".json";
            AuthFileName name = AuthFileName.parse(file);
            assertThat(AuthFileName.of(name.namespace(), name.key())).isEqualTo(file);
            certain += name.certain() ? 1 : 0;
        }
        assertThat(certain).isBetween(500, 19_500);
    }
}
