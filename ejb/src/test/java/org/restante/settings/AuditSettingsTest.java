package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditSettingsTest {

    @Test
    void recordsAreKeptForNinetyDaysUnlessAnotherTimeIsSet() {
        assertThat(AuditSettings.read(reader(Map.of())).retention()).isEqualTo(Duration.ofDays(90));
        assertThat(AuditSettings.read(reader(Map.of("restante.audit.retention", "P365D")))
                        .retention())
                .isEqualTo(Duration.ofDays(365));
    }

    @Test
    void aTimeThatCannotBeMeantIsNamed() {
        SettingsReader reader = reader(Map.of("restante.audit.retention", "PT5M"));

        AuditSettings.read(reader);

        assertThat(reader.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("restante.audit.retention "));
    }

    private static SettingsReader reader(Map<String, String> texts) {
        return new SettingsReader(name -> Optional.ofNullable(texts.get(name)));
    }
}
