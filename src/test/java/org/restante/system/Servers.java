package org.restante.system;

import java.util.List;
import java.util.stream.Stream;
import org.restante.run.ServerHome;

/**
 * The servers that this run tests, as {@code -Drestante.servers=…} says: {@code wildfly} and {@code payara} alone, or {@code both}
 * and each cluster of both. Unless it says anything, it is WildFly, and only the run command passes its data from the one to the
 * other and back.
 */
final class Servers {

    private static final ServerHome WILDFLY = ServerHome.of("wildfly", Settings.WILDFLY);
    private static final ServerHome PAYARA = ServerHome.of("payara", Settings.PAYARA);
    private static final String ASKED = System.getProperty("restante.servers", "some");

    private Servers() {}

    /** All that this run needs. */
    static List<ServerHome> all() {
        return Stream.of(first(), other()).distinct().toList();
    }

    /** What a test runs on that needs one. */
    static ServerHome first() {
        return switch (ASKED) {
            case "payara" -> PAYARA;
            case "wildfly", "both", "some" -> WILDFLY;
            default ->
                throw new IllegalArgumentException("restante.servers must be wildfly, payara or both, but is " + ASKED);
        };
    }

    /** What the second member of a cluster runs on, and what is done once more on another server. */
    static ServerHome second() {
        return ASKED.equals("both") ? PAYARA : first();
    }

    /** What goes on with the data of the first. */
    static ServerHome other() {
        return ASKED.equals("wildfly") ? WILDFLY : PAYARA;
    }

    /** Whether what a client sends reaches Restante although it is malformed: Payara answers some of it by itself. */
    static boolean passOnMalformedRequests() {
        return !first().kind().equals("payara");
    }

    /**
     * Whether a path reaches Restante: Payara answers one whose percent-encoding is malformed, or is not UTF-8, with an empty
     * 200 that nobody has written.
     */
    static boolean passOn(String path) {
        return passOnMalformedRequests() || !path.contains("%FF");
    }
}
