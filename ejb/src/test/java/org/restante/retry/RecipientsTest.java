package org.restante.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.entry.Namespaces;
import org.restante.storage.Storage;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.wiring.PlainRestante;

/** Which two addresses are one recipient's. */
class RecipientsTest {

    private final Storage mappings = PlainRestante.over(new MemoryStorageAdapter(() -> Instant.EPOCH))
            .profile("p")
            .storage();
    private final Recipients recipients = new Recipients(mappings);

    @ParameterizedTest
    @CsvSource({
        "491@s.whatsapp.net,   777@lid,                true",
        "491:2@s.whatsapp.net, 777:5@lid,              true",
        "492@s.whatsapp.net,   888@lid,                true",
        "491@s.whatsapp.net,   888@lid,                false",
        "491@g.us,             777@lid,                false",
        "491@newsletter,       777@lid,                false",
        "491@broadcast,        777@lid,                false",
        "491@g.us,             491@s.whatsapp.net,     false",
        "491:2@s.whatsapp.net, 491@s.whatsapp.net,     true",
        "777@lid,              777:3@lid,              true",
        "@s.whatsapp.net,      @lid,                   false",
    })
    void aPhoneNumberAndItsLidAreOneRecipient(String one, String other, boolean same) {
        mappings.put(Namespaces.LID_MAPPING, "491", "777");
        mappings.put(Namespaces.LID_MAPPING, "888_reverse", "492");

        assertThat(recipients.same(one, other)).isEqualTo(same);
        assertThat(recipients.same(other, one)).isEqualTo(same);
    }

    @Test
    void anAddressOfFullLengthHasNoOtherAndIsNoMistake() {
        String lid = "7".repeat(508) + "@lid";

        assertThat(recipients.same("491@s.whatsapp.net", lid)).isFalse();
    }
}
