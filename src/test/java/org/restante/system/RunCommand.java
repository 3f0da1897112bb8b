package org.restante.system;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.restante.run.Run;
import org.restante.run.ServerHome;
import org.wildfly.core.launcher.Launcher;

/** One call of the run command, in a JVM of its own; the server is the process that it has started. */
final class RunCommand implements AutoCloseable {

    static final int PORT = 8680;
    static final String PASSWORD = "operator-of-the-run";

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration END = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private RunCommand(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Calls it as {@code mvn -Prun} does, and returns once it has said where Restante is. */
    static RunCommand start(ServerHome home, Path data, Path output) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Locations.of(Run.class) + File.pathSeparator + Locations.of(Launcher.class),
                        "-Dserver=" + home.kind(),
                        "-Dport=" + PORT,
                        "-Ddata=" + data,
                        "-Drestante.operator.password=" + PASSWORD,
                        Run.class.getName(),
                        Settings.RUN.resolve(home.directory().getFileName()).toString(),
                        Settings.EAR.toString(),
                        Settings.SOURCES.resolve("run").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        RunCommand command = new RunCommand(process, output);
        try {
            await().atMost(START)
                    .until(() -> !process.isAlive() || command.says("Restante is at " + uri("/restante/api")));
        } catch (RuntimeException e) {
            command.close();
            throw e;
        }
        return command;
    }

    static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + PORT + path);
    }

    boolean says(String text) throws IOException {
        return Files.readString(output).contains(text);
    }

    /** The processes that it has started and that still run: the server. */
    List<ProcessHandle> servers() {
        return process.descendants().toList();
    }

    /** What Ctrl-C and {@code kill} do. */
    void terminate() {
        process.destroy();
    }

    /** The status with which it ended. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The run command has not ended after " + END);
        }
        return process.exitValue();
    }

    /** Leaves no process, whatever has happened. */
    @Override
    public void close() {
        servers().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
