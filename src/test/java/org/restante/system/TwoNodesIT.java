package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ground under every test of two nodes: both serve, and one that was killed comes back. */
class TwoNodesIT {

    private static final String ANYWHERE = "/restante/health/live";

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @Test
    void bothAnswer() {
        assertThat(Nodes.bothRunning())
                .allSatisfy(node ->
                        assertThat(Nodes.get(node, ANYWHERE).statusCode()).isEqualTo(200));
    }

    @Test
    void aKilledNodeComesBackWhileTheOtherServes() {
        Nodes.a().kill();

        assertThat(Nodes.a().isRunning()).isFalse();
        assertThatThrownBy(() -> Nodes.get(Nodes.a(), ANYWHERE)).isInstanceOf(UncheckedIOException.class);
        assertThat(Nodes.get(Nodes.b(), ANYWHERE).statusCode()).isEqualTo(200);

        Nodes.a().start();
        assertThat(Nodes.get(Nodes.a(), ANYWHERE).statusCode()).isEqualTo(200);
    }
}
