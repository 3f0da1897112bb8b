package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

@Scenario("D7")
class DedupSettingsTest {

    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void withoutAnySettingEverythingHasItsDefault() {
        DedupSettings settings = DedupSettings.read(reader(Map.of()));

        assertThat(settings.limits("orders")).isEqualTo(new DedupSettings.Limits(Duration.ofMinutes(1), DAY));
        assertThat(settings.adapter(true)).isEqualTo("jpa");
        assertThat(settings.adapter(false)).isEqualTo("memory");
    }

    @Test
    void aNamespaceHasWhatIsSetForItAndTheRestOfAllNamespaces() {
        Map<String, String> texts = Map.of(
                "restante.dedup.lease", "PT10S",
                "restante.dedup.namespaces", "orders, http",
                "restante.dedup.namespaces.orders.retention", "P30D",
                "restante.dedup.namespaces.http.lease", "PT5M");
        SettingsReader reader = reader(texts);
        DedupSettings settings = DedupSettings.read(reader);

        assertThat(settings.limits("orders"))
                .isEqualTo(new DedupSettings.Limits(Duration.ofSeconds(10), Duration.ofDays(30)));
        assertThat(settings.limits("http")).isEqualTo(new DedupSettings.Limits(Duration.ofMinutes(5), DAY));
        assertThat(settings.limits("other")).isEqualTo(new DedupSettings.Limits(Duration.ofSeconds(10), DAY));
        assertThat(reader.problems()).isEmpty();
        assertThat(reader.unknown(texts.keySet())).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsNamedWithItsSetting() {
        SettingsReader reader = reader(Map.of(
                "restante.dedup.lease", "PT0S",
                "restante.dedup.retention", "24h",
                "restante.dedup.namespaces", "orders," + "x".repeat(65),
                "restante.dedup.namespaces.orders.lease", "P2D"));

        DedupSettings.read(reader);

        assertThat(reader.problems())
                .hasSize(4)
                .anySatisfy(problem -> assertThat(problem).startsWith("restante.dedup.lease "))
                .anySatisfy(problem -> assertThat(problem).startsWith("restante.dedup.retention "))
                .anySatisfy(problem -> assertThat(problem).startsWith("restante.dedup.namespaces holds 'xxx"))
                .anySatisfy(problem -> assertThat(problem).startsWith("restante.dedup.namespaces.orders.lease "));
    }

    private static SettingsReader reader(Map<String, String> texts) {
        return new SettingsReader(name -> Optional.ofNullable(texts.get(name)));
    }
}
