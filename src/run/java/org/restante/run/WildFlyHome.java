package org.restante.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.wildfly.core.launcher.CliCommandBuilder;
import org.wildfly.core.launcher.Launcher;

/** An unpacked WildFly distribution, from which any number of servers run, each in a base folder of its own. */
public record WildFlyHome(Path directory) {

    private static final long CLI_SECONDS = 120;

    /**
     * Makes the configuration {@code restante.xml} out of {@code standalone-full.xml} and these scripts of management
     * commands; does nothing where the same scripts made it before.
     */
    public void configure(List<Path> scripts) throws IOException, InterruptedException {
        String script = scripts.stream().map(WildFlyHome::read).collect(Collectors.joining("\n"));
        Path done = configuration().resolve("restante.cli.done");
        if (Files.exists(done) && read(done).equals(script)) {
            return;
        }
        Files.copy(
                configuration().resolve("standalone-full.xml"),
                configuration().resolve(WildFlyServer.CONFIGURATION),
                StandardCopyOption.REPLACE_EXISTING);
        Path run = configuration().resolve("restante.cli");
        Files.writeString(
                run,
                "embed-server --server-config=%s --std-out=discard%n%s%nstop-embedded-server%n"
                        .formatted(WildFlyServer.CONFIGURATION, script));
        runCli(run);
        quietStart();
        Files.writeString(done, script);
    }

    /** Until the server has read its configuration it logs by this file, system properties with passwords included. */
    private void quietStart() throws IOException {
        Path logging = configuration().resolve("logging.properties");
        Files.writeString(
                logging, read(logging).replaceAll("(?m)^(logger\\.(?:.*\\.)?level)=(INFO|DEBUG)$", "$1=WARN"));
    }

    /** Adds a JDBC driver (or any other library) as the module of that name. */
    public void addModule(String name, Path jar, String... dependencies) throws IOException {
        Path folder =
                directory.resolve("modules").resolve(name.replace('.', '/')).resolve("main");
        Files.createDirectories(folder);
        Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        String needs = List.of(dependencies).stream()
                .map("<module name=\"%s\"/>"::formatted)
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("module.xml"), """
                <module xmlns="urn:jboss:module:1.9" name="%s">
                  <resources><resource-root path="%s"/></resources>
                  <dependencies>%s</dependencies>
                </module>
                """.formatted(name, jar.getFileName(), needs));
    }

    Path configuration() {
        return directory.resolve("standalone").resolve("configuration");
    }

    private void runCli(Path script) throws IOException, InterruptedException {
        Path log = configuration().resolve("restante.cli.log");
        Process cli = Launcher.of(CliCommandBuilder.of(directory).setScriptFile(script))
                .addEnvironmentVariable("JBOSS_HOME", directory.toString())
                .setRedirectErrorStream(true)
                .redirectOutput(log)
                .launch();
        if (!cli.waitFor(CLI_SECONDS, TimeUnit.SECONDS)) {
            cli.destroyForcibly();
        }
        if (cli.waitFor() != 0) {
            throw new IllegalStateException("WildFly could not be configured:\n" + read(log));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
