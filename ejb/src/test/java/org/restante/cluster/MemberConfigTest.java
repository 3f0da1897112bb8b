package org.restante.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.settings.ClusterSettings;
import org.restante.settings.ClusterSettings.Join;

class MemberConfigTest {

    @Test
    void inKubernetesTheOthersAreLookedForAtTheConfiguredPort() {
        JoinConfig join = joined(Join.KUBERNETES, List.of(), Optional.of("restante.default.svc"));

        assertThat(join.getKubernetesConfig().isEnabled()).isTrue();
        assertThat(join.getKubernetesConfig().getProperties())
                .containsEntry("service-dns", "restante.default.svc")
                .containsEntry("service-port", "5900");
    }

    @Test
    void noOtherWayThanTheConfiguredOneIsOn() {
        for (Join wanted : Join.values()) {
            JoinConfig join = joined(wanted, List.of("10.0.0.1"), Optional.of("restante"));

            assertThat(join.getAutoDetectionConfig().isEnabled()).isFalse();
            assertThat(join.getTcpIpConfig().isEnabled()).isEqualTo(wanted == Join.TCP_IP);
            assertThat(join.getMulticastConfig().isEnabled()).isEqualTo(wanted == Join.MULTICAST);
            assertThat(join.getKubernetesConfig().isEnabled()).isEqualTo(wanted == Join.KUBERNETES);
        }
    }

    private static JoinConfig joined(Join join, List<String> members, Optional<String> serviceDns) {
        ClusterSettings settings = new ClusterSettings("test", "127.0.0.1", 5900, join, members, serviceDns);
        Config config = MemberConfig.of(settings, MemberConfigTest.class.getClassLoader());
        return config.getNetworkConfig().getJoin();
    }
}
