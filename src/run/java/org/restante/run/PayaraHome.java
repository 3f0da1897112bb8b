package org.restante.run;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Payara: each server is a domain of its own, made out of the distribution's {@code domain1} and changed before it starts
 * by scripts of {@code asadmin} commands.
 */
public record PayaraHome(Path directory) implements ServerHome {

    static final String KIND = "payara";

    private static final String COMMANDS = "asadmin";
    private static final String SCRIPT = "restante.asadmin";
    private static final String LOGGING = "logging.properties";
    private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";
    private static final long ASADMIN_SECONDS = 60;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String commands() {
        return COMMANDS;
    }

    /** What is in a file with the name of a script and {@code .logging} comes after the distribution's own lines on logging. */
    @Override
    public void configure(List<Path> scripts) throws IOException {
        Path config = template().resolve("config");
        Files.writeString(config.resolve(SCRIPT), Folders.text(scripts));
        List<Path> logging = new ArrayList<>(List.of(config.resolve("default-logging.properties")));
        scripts.stream()
                .map(script ->
                        script.resolveSibling(script.getFileName().toString().replace("." + COMMANDS, ".logging")))
                .filter(Files::exists)
                .forEach(logging::add);
        Files.writeString(config.resolve(LOGGING), Folders.text(logging));
    }

    @Override
    public void addDriver(Path jar) throws IOException {
        Files.copy(jar, template().resolve("lib").resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The domain's messages and transaction logs stay in its base folder. */
    @Override
    public Server start(ServerSettings settings, Path ear, Redirect output) throws IOException, InterruptedException {
        Files.createDirectories(settings.data());
        Path base = settings.base();
        Folders.mirror(template().resolve("config"), base.resolve("config"));
        moveBroker(base.resolve("config").resolve("domain.xml"), settings.portOffset());
        for (String made : List.of("applications", "autodeploy", "generated", "osgi-cache")) {
            Folders.delete(base.resolve(made));
        }
        for (String missing : List.of("docroot", "init-info", "lib")) {
            if (!Files.exists(base.resolve(missing))) {
                Folders.mirror(template().resolve(missing), base.resolve(missing));
            }
        }
        Folders.empty(settings.temporary());
        Path deployed = Files.createDirectories(base.resolve("autodeploy")).resolve(ear.getFileName());
        Files.copy(ear, deployed);
        Process process = new ProcessBuilder(command(settings))
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        process.getOutputStream().close();
        return new Server(
                process,
                deployed.resolveSibling(ear.getFileName() + "_deployed"),
                deployed.resolveSibling(ear.getFileName() + "_deployFailed"));
    }

    /** The broker's port is read before any command could change it. */
    private static void moveBroker(Path domain, int offset) throws IOException {
        String port = "name=\"JMS_PROVIDER_PORT\" value=\"%d\"";
        Files.writeString(domain, Folders.text(domain).replace(port.formatted(7676), port.formatted(7676 + offset)));
    }

    /** What {@code asadmin start-domain} would start: as a child of this process it can be waited for, and killed. */
    private List<String> command(ServerSettings settings) throws IOException, InterruptedException {
        Path script = settings.base().resolve("config").resolve(SCRIPT);
        Files.writeString(script, Folders.text(script) + "\n" + String.join("\n", ports(settings.portOffset())) + "\n");
        List<String> told = asadmin(
                "start-domain",
                "--dry-run",
                "--domaindir",
                settings.base().resolve("..").normalize().toString(),
                "--prebootcommandfile",
                script.toString(),
                settings.base().getFileName().toString());
        List<String> command = new ArrayList<>(told.stream()
                .dropWhile(line -> !line.startsWith("Dump of JVM"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .toList());
        List<String> own = new ArrayList<>(ServerSettings.JAVA_OPTIONS);
        own.add("-Djava.io.tmpdir=" + settings.temporary());
        // until the server has read it by itself
        own.add("-Djava.util.logging.config.file="
                + settings.base().resolve("config").resolve(LOGGING));
        own.add("-Drun.data=" + settings.data());
        own.addAll(settings.definitions());
        command.addAll(command.indexOf(MAIN_CLASS), own);
        return command;
    }

    /** Every port that a domain opens moves by the same offset. */
    private static List<String> ports(int offset) {
        String config = "set configs.config.server-config.";
        String listeners = config + "network-config.network-listeners.network-listener.";
        return List.of(
                listeners + "http-listener-1.port=" + (8080 + offset),
                listeners + "admin-listener.port=" + (4848 + offset),
                config + "iiop-service.iiop-listener.orb-listener-1.port=" + (3700 + offset),
                config + "iiop-service.iiop-listener.SSL.port=" + (3820 + offset),
                config + "iiop-service.iiop-listener.SSL_MUTUALAUTH.port=" + (3920 + offset),
                config + "admin-service.jmx-connector.system.port=" + (8686 + offset),
                "set hazelcast-runtime-configuration.das-port=" + (4900 + offset),
                "set hazelcast-runtime-configuration.start-port=" + (5900 + offset));
    }

    private List<String> asadmin(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                String.join(File.separator, directory.toString(), "glassfish", "lib", "client", "appserver-cli.jar")));
        command.addAll(List.of(arguments));
        Path answer = Files.createTempFile("asadmin", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            if (!process.waitFor(ASADMIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            List<String> lines = Files.readAllLines(answer, Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "Payara could not be configured:\n" + String.join(System.lineSeparator(), lines));
            }
            return lines;
        } finally {
            Files.delete(answer);
        }
    }

    private Path template() {
        return directory.resolve("glassfish").resolve("domains").resolve("domain1");
    }
}
