package org.restante.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wildfly.core.launcher.CliCommandBuilder;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** WildFly: its full configuration, changed by scripts of the command-line interface. */
public record WildFlyHome(Path directory) implements ServerHome {

    static final String KIND = "wildfly";

    private static final String COMMANDS = "cli";
    private static final String CONFIGURATION = "restante.xml";
    private static final long CLI_SECONDS = 120;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String commands() {
        return COMMANDS;
    }

    /** Does nothing where the same scripts made it before. */
    @Override
    public void configure(List<Path> scripts) throws IOException, InterruptedException {
        String script = Folders.text(scripts);
        Path done = configuration().resolve("restante.cli.done");
        if (Files.exists(done) && Folders.text(done).equals(script)) {
            return;
        }
        Files.copy(
                configuration().resolve("standalone-full.xml"),
                configuration().resolve(CONFIGURATION),
                StandardCopyOption.REPLACE_EXISTING);
        Path run = configuration().resolve("restante.cli");
        Files.writeString(
                run,
                "embed-server --server-config=%s --std-out=discard%n%s%nstop-embedded-server%n"
                        .formatted(CONFIGURATION, script));
        runCli(run);
        quietStart();
        Files.writeString(done, script);
    }

    /** As the module {@code org.postgresql} or whatever the JAR's name begins with. */
    @Override
    public void addDriver(Path jar) throws IOException {
        String name = "org." + jar.getFileName().toString().replaceFirst("[-.].*", "");
        Path folder =
                directory.resolve("modules").resolve(name.replace('.', '/')).resolve("main");
        Files.createDirectories(folder);
        Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        String needs = Stream.of("java.sql", "java.naming", "java.management", "jakarta.transaction.api")
                .map("<module name=\"%s\"/>"::formatted)
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("module.xml"), """
                <module xmlns="urn:jboss:module:1.9" name="%s">
                  <resources><resource-root path="%s"/></resources>
                  <dependencies>%s</dependencies>
                </module>
                """.formatted(name, jar.getFileName(), needs));
    }

    @Override
    public Server start(ServerSettings settings, Path ear, Redirect output) throws IOException {
        Files.createDirectories(settings.data());
        Path base = settings.base();
        copyConfiguration(base.resolve("configuration"));
        Folders.empty(settings.temporary());
        Path deployed = Folders.empty(base.resolve("deployments")).resolve(ear.getFileName());
        Files.copy(ear, deployed);
        Process process = Launcher.of(command(settings))
                .setRedirectErrorStream(true)
                .redirectOutput(output)
                .addEnvironmentVariable("JBOSS_HOME", directory.toString())
                .launch();
        return new Server(
                process,
                deployed.resolveSibling(ear.getFileName() + ".deployed"),
                deployed.resolveSibling(ear.getFileName() + ".failed"));
    }

    /** The files alone: the folders in it are histories. */
    private void copyConfiguration(Path to) throws IOException {
        Folders.empty(to);
        try (Stream<Path> files = Files.list(configuration())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private StandaloneCommandBuilder command(ServerSettings settings) {
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(directory)
                .setBaseDirectory(settings.base())
                .setServerReadOnlyConfiguration(CONFIGURATION)
                .addJavaOptions(ServerSettings.JAVA_OPTIONS)
                // what a killed server leaves is deleted at its next start
                .addJavaOption("-Djava.io.tmpdir=" + settings.temporary())
                .addServerArgument("-Djboss.server.data.dir=" + settings.data())
                .addServerArgument("-Djboss.socket.binding.port-offset=" + settings.portOffset());
        settings.definitions().forEach(command::addServerArgument);
        return command;
    }

    /** Until the server has read its configuration it logs by this file, system properties with passwords included. */
    private void quietStart() throws IOException {
        Path logging = configuration().resolve("logging.properties");
        Files.writeString(
                logging, Folders.text(logging).replaceAll("(?m)^(logger\\.(?:.*\\.)?level)=(INFO|DEBUG)$", "$1=WARN"));
    }

    private Path configuration() {
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
            throw new IllegalStateException("WildFly could not be configured:\n" + Folders.text(log));
        }
    }
}
