package org.restante.system;

import java.util.List;
import org.restante.run.ServerHome;

/**
 * The kinds of servers that this run tests, as {@code -Drestante.servers=…} says: {@code wildfly}, {@code payara}, or unless it
 * says anything both, and then clusters are made of both.
 */
final class Servers {

    private static final String ASKED = System.getProperty("restante.servers", "both");

    private static final List<ServerHome> HOMES = homes();

    private Servers() {}

    /** All, one home of each. */
    static List<ServerHome> all() {
        return HOMES;
    }

    /** What a test runs on that needs one. */
    static ServerHome first() {
        return HOMES.get(0);
    }

    /** What the second member of a cluster runs on. */
    static ServerHome last() {
        return HOMES.get(HOMES.size() - 1);
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

    private static List<ServerHome> homes() {
        ServerHome wildFly = ServerHome.of("wildfly", Settings.WILDFLY);
        ServerHome payara = ServerHome.of("payara", Settings.PAYARA);
        return switch (ASKED) {
            case "wildfly" -> List.of(wildFly);
            case "payara" -> List.of(payara);
            case "both" -> List.of(wildFly, payara);
            default ->
                throw new IllegalArgumentException("restante.servers must be wildfly, payara or both, but is " + ASKED);
        };
    }
}
