package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

class ClusterSettingsTest {

    @Test
    void aNodeIsAloneOnTheLoopbackInterfaceUnlessItIsToldOtherwise() {
        ClusterSettings settings = ClusterSettings.read(reader(Map.of()));

        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.hasOthers()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.0.*.*", "10.3.10.4-18", "::1", "fe80::1%eth0"})
    void anAddressIsOneOfThisNodeOrAPattern(String address) {
        assertThat(problems(ClusterSettings.ADDRESS, address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "node-1.example.org", "10.0.0.1 10.0.0.2"})
    @Scenario("W2")
    void aNameIsNoAddress(String address) {
        assertThat(problems(ClusterSettings.ADDRESS, address))
                .containsExactly(
                        "restante.cluster.address must be an IP address of this node, or a pattern of one, but is '"
                                + address + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:5701,b:65535", "10.0.0.1,10.0.0.2:5701", "[::1]:5701,fe80::1", "10.0.0.1-5"})
    void membersAreHostsWithPortsOrWithout(String members) {
        assertThat(problems(ClusterSettings.MEMBERS, members)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:99999", "a:65536", "a:b", "a b:1", "a:"})
    @Scenario("W2")
    void aMemberThatCannotBeOneIsNamed(String member) {
        assertThat(problems(ClusterSettings.MEMBERS, "fine:5701," + member))
                .containsExactly("restante.cluster.members must be hosts, with or without a port up to 65535, but has '"
                        + member + "'");
    }

    private static Iterable<String> problems(String setting, String text) {
        SettingsReader reader = reader(Map.of(setting, text));
        ClusterSettings.read(reader);
        return reader.problems();
    }

    private static SettingsReader reader(Map<String, String> texts) {
        return new SettingsReader(name -> Optional.ofNullable(texts.get(name)));
    }
}
