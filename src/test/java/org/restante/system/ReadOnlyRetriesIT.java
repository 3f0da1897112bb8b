package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.RetryRequests.problem;
import static org.restante.system.RetryRequests.sent;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

/** A server that keeps no sent messages: they come from sources, of which this one has none. */
@Scenario({"R6", "R8"})
class ReadOnlyRetriesIT {

    private static final String PROFILE = "/profiles/read-only";

    private final ServerNode node = new ServerNode(
            "read-only",
            500,
            Map.of(
                    "restante.retry.adapter", "none",
                    "restante.retry.time-to-live", "PT1M",
                    "restante.retry.profiles", "read-only",
                    "restante.retry.profiles.read-only.bound", "7",
                    "restante.storage.adapter", "memory",
                    "restante.operator.password", "o",
                    "test.database.port", String.valueOf(Database.port()),
                    "test.database.name", Database.NODES));

    @AfterEach
    void kill() {
        node.kill();
    }

    @Test
    void whatWouldHaveToBeKeptIsRefusedAndTheRestIsAnswered() {
        node.start();
        Client operator = new Client(node, "operator", "o");
        RetryRequests requests = new RetryRequests(operator, PROFILE);

        assertThat(problem(requests.put("m", sent(System.currentTimeMillis())), 409)
                        .get("detail")
                        .textValue())
                .contains("reads from sources");
        problem(requests.delete("m"), 409);
        problem(requests.attempt("m", "{'requester':'r'}"), 409);

        problem(requests.get("m"), 404);
        assertThat(requests.summary()).isEqualTo("{'count':0,'bound':7,'timeToLive':'PT1M'}");
        assertThat(operator.delete(PROFILE).statusCode()).isEqualTo(204);
    }
}
