package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.entry.ProfileId;
import org.restante.testing.Scenario;

class RetrySettingsTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    @Scenario({"R5", "R6", "R12"})
    void withoutAnySettingEverythingHasItsDefault() {
        RetrySettings settings = RetrySettings.read(reader(Map.of()));

        assertThat(settings.adapter()).isEqualTo("jcache");
        assertThat(settings.limits(new ProfileId("p"))).isEqualTo(new RetrySettings.Limits(512, FIVE_MINUTES));
        assertThat(settings.attempts()).isEqualTo(5);
        assertThat(settings.longestTimeToLive()).isEqualTo(FIVE_MINUTES);
    }

    @Test
    @Scenario({"R5", "R6"})
    void aProfileHasWhatIsSetForItAndTheRestOfAllProfiles() {
        Map<String, String> texts = Map.of(
                "restante.retry.bound", "7",
                "restante.retry.time-to-live", "PT1M",
                "restante.retry.profiles", "busy, slow,plain",
                "restante.retry.profiles.busy.bound", "10000",
                "restante.retry.profiles.slow.time-to-live", "PT1H",
                "restante.retry.profiles.slow.bound", "0");
        SettingsReader reader = reader(texts);
        RetrySettings settings = RetrySettings.read(reader);

        assertThat(settings.limits(new ProfileId("busy")))
                .isEqualTo(new RetrySettings.Limits(10_000, Duration.ofMinutes(1)));
        assertThat(settings.limits(new ProfileId("slow"))).isEqualTo(new RetrySettings.Limits(0, Duration.ofHours(1)));
        assertThat(settings.limits(new ProfileId("plain")))
                .isEqualTo(settings.limits(new ProfileId("unnamed")))
                .isEqualTo(new RetrySettings.Limits(7, Duration.ofMinutes(1)));
        assertThat(settings.longestTimeToLive()).isEqualTo(Duration.ofHours(1));
        assertThat(reader.problems()).isEmpty();
        assertThat(reader.unknown(texts.keySet())).isEmpty();
    }

    @Test
    @Scenario("R6")
    void whatCannotBeUsedIsNamedWithItsSetting() {
        SettingsReader reader = reader(Map.of(
                "restante.retry.bound", "-1",
                "restante.retry.attempts", "0",
                "restante.retry.profiles", "p,../x",
                "restante.retry.profiles.p.bound", "-1",
                "restante.retry.profiles.p.time-to-live", "PT0S"));

        RetrySettings.read(reader);

        assertThat(reader.problems())
                .hasSize(5)
                .anySatisfy(problem -> assertThat(problem).startsWith("restante.retry.bound "))
                .anySatisfy(problem -> assertThat(problem).startsWith("restante.retry.attempts "))
                .anySatisfy(problem -> assertThat(problem).startsWith("restante.retry.profiles holds '../x'"))
                .anySatisfy(problem -> assertThat(problem).startsWith("restante.retry.profiles.p.bound "))
                .anySatisfy(problem -> assertThat(problem).startsWith("restante.retry.profiles.p.time-to-live "));
    }

    private static SettingsReader reader(Map<String, String> texts) {
        return new SettingsReader(name -> Optional.ofNullable(texts.get(name)));
    }
}
