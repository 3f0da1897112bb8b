package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.run.ServerHome;
import org.restante.testing.Scenario;

/** What somebody has who follows the README: the run command, on a file-based H2 that either server goes on with. */
class RunCommandIT {

    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    @Scenario("S16")
    void keepsItsDataOverCtrlCAndOverAKillOfTheServer() throws Exception {
        try (RunCommand run = start(1, Servers.first())) {
            assertThat(put("first", "before Ctrl-C").statusCode()).isEqualTo(204);
            List<ProcessHandle> servers = run.servers();
            run.terminate();
            assertThat(run.awaitEnd()).isEqualTo(TERMINATED);
            assertThat(servers).hasSize(1).noneMatch(ProcessHandle::isAlive);
        }
        try (RunCommand run = start(2, Servers.other())) {
            assertThat(get("first")).isEqualTo("before Ctrl-C");
            assertThat(put("second", "before the kill").statusCode()).isEqualTo(204);
            assertThat(run.servers()).hasSize(1).allMatch(ProcessHandle::destroyForcibly);
            assertThat(run.awaitEnd()).isEqualTo(1);
            assertThat(run.says("The server ended with status 137")).isTrue();
        }
        try (RunCommand run = start(3, Servers.first())) {
            assertThat(get("first")).isEqualTo("before Ctrl-C");
            assertThat(get("second")).isEqualTo("before the kill");
            run.terminate();
            assertThat(run.awaitEnd()).isEqualTo(TERMINATED);
        }
    }

    private RunCommand start(int call, ServerHome home) throws IOException {
        RunCommand run = RunCommand.start(home, folder.resolve("data"), Settings.WORK.resolve("run-" + call + ".log"));
        assertThat(run.says("Restante is at")).as("started").isTrue();
        return run;
    }

    private static HttpResponse<String> put(String key, String value) {
        return Nodes.send(entry(key).PUT(BodyPublishers.ofString(value)));
    }

    private static String get(String key) {
        return Nodes.send(entry(key)).body();
    }

    private static HttpRequest.Builder entry(String key) {
        return HttpRequest.newBuilder(RunCommand.uri("/restante/api/profiles/run/entries/kept/" + key))
                .header("Authorization", Client.authorization("operator", RunCommand.PASSWORD));
    }
}
