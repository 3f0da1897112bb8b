package org.restante.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.cluster.ClusterMember;
import org.restante.health.HealthStatus;
import org.restante.settings.Settings;
import org.restante.settings.SettingsReader;
import org.restante.testing.Scenario;

/** What a node says of its place in the cluster. */
class ClusterHealthTest {

    private static final Logger LOG = Logger.getLogger(ClusterMember.class.getName());
    private static final String ALONE = "WARNING Alone in the cluster together: 127.0.0.1:5831";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler log = new Lines(lines);
    private final List<ClusterMember> started = new ArrayList<>();

    @BeforeEach
    void listen() {
        LOG.addHandler(log);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(log);
        started.forEach(ClusterMember::close);
    }

    @Test
    @Scenario("W4")
    void aNodeWithoutTheOthersThatItLooksForIsDegradedAndNotDown() {
        ClusterMember first = start("5831");
        assertThat(health(first).up()).isTrue();
        assertThat(health(first).data()).containsKey("degraded").containsEntry("members", "1");
        assertThat(lines).containsExactly(ALONE);

        ClusterMember second = start("5832");
        await().until(() -> !health(first).data().containsKey("degraded"));
        assertThat(health(first)).isEqualTo(new HealthStatus(true, Map.of("members", "2")));
        await().untilAsserted(() ->
                assertThat(lines).contains("INFO Together in the cluster together: 127.0.0.1:5831, 127.0.0.1:5832"));

        second.close();
        await().until(() -> health(first).data().containsKey("degraded"));
        await().untilAsserted(() -> assertThat(lines).endsWith(ALONE));
    }

    @Test
    @Scenario("W4")
    void aNodeThatLooksForNobodyIsWellAlone() {
        ClusterMember member = member(Map.of("restante.cluster.port", "5831"));

        assertThat(ClusterHealth.of(member, settings(Map.of()).cluster()))
                .isEqualTo(new HealthStatus(true, Map.of("members", "1")));
        assertThat(lines).containsExactly("INFO Alone in the cluster restante: 127.0.0.1:5831");
    }

    @Test
    @Scenario("W4")
    void aNodeThatIsNoMemberAnyMoreIsDown() {
        ClusterMember member = start("5831");

        member.hazelcast().getLifecycleService().terminate();

        assertThat(health(member).up()).isFalse();
    }

    private ClusterMember start(String port) {
        return member(together(port));
    }

    private ClusterMember member(Map<String, String> texts) {
        ClusterMember member = Clusters.start(settings(texts));
        started.add(member);
        return member;
    }

    private static HealthStatus health(ClusterMember member) {
        return ClusterHealth.of(member, settings(together("5831")).cluster());
    }

    private static Map<String, String> together(String port) {
        return Map.of(
                "restante.cluster.name", "together",
                "restante.cluster.port", port,
                "restante.cluster.members", "127.0.0.1:5831,127.0.0.1:5832");
    }

    private static Settings settings(Map<String, String> texts) {
        return Settings.read(new SettingsReader(name -> Optional.ofNullable(texts.get(name))));
    }

    private static final class Lines extends Handler {

        private final List<String> lines;

        Lines(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}
