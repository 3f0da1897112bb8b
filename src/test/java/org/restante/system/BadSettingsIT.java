package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a server says about settings that it cannot use. */
class BadSettingsIT {

    private @Nullable ServerNode started;

    @AfterEach
    void kill() {
        if (started != null) {
            started.kill();
        }
    }

    @Test
    void oneMessageNamesEverythingThatIsWrongAndNothingIsDeployed() throws IOException {
        Map<String, String> wrong = Map.of(
                "restante.schema.mode", "later",
                "restante.database.statement-timeout", "forever",
                "restante.storage.adapter", "nowhere",
                "restante.encryption.keyset", "/does/not/exist",
                "restante.http.max-body", "-1",
                "restante.retry.adapter", "elsewhere",
                "restante.retry.bound", "-5",
                "restante.cluster.join", "by-pigeon");
        ServerNode node = node(wrong);

        assertThatThrownBy(node::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Deployment failed");

        assertThat(lines(node))
                .filteredOn(line -> line.contains("Restante cannot start: "))
                .first()
                .asString()
                .contains(wrong.keySet())
                .contains(wrong.values());
        assertThat(Nodes.get(node, "/restante/health/live").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aMisspeltSettingIsToldByItsNameAndTheServerRuns() throws IOException {
        ServerNode node = node(Map.of(
                "restante.misspelt",
                "secret",
                "restante.storage.adapter",
                "memory",
                "restante.operator.password",
                "o"));

        node.start();

        Client operator = new Client(node, "operator", "o");
        assertThat(lines(node))
                .filteredOn(line -> line.contains("restante.misspelt"))
                .singleElement()
                .asString()
                .contains("WARN", "Restante knows no setting restante.misspelt")
                .doesNotContain("secret");
        assertThat(Nodes.get(operator, "/restante/health/ready").statusCode()).isEqualTo(200);
    }

    private static List<String> lines(ServerNode node) throws IOException {
        return Files.readAllLines(node.log());
    }

    /** The log of an earlier start, which would answer for this one, goes first. */
    private ServerNode node(Map<String, String> settings) throws IOException {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("test.database.port", String.valueOf(Database.port()));
        properties.put("test.database.name", Database.NODES);
        ServerNode node = new ServerNode("settings", 500, properties);
        Files.deleteIfExists(node.log());
        started = node;
        return node;
    }
}
