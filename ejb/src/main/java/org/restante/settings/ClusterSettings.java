package org.restante.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How nodes find each other.
 *
 * @param name members of another name are strangers
 * @param address the IP address that this node listens at, or a pattern with {@code *} that one of its addresses fits
 * @param port the first that is tried; members on one machine take the next ones
 * @param join how others are found
 * @param members hosts, with or without ports, for {@link Join#TCP_IP}
 * @param serviceDns the headless service's name, for {@link Join#KUBERNETES}
 */
public record ClusterSettings(
        String name, String address, int port, Join join, List<String> members, Optional<String> serviceDns) {

    public static final String NAME = "restante.cluster.name";
    public static final String ADDRESS = "restante.cluster.address";
    public static final String PORT = "restante.cluster.port";
    public static final String JOIN = "restante.cluster.join";
    public static final String MEMBERS = "restante.cluster.members";
    public static final String SERVICE_DNS = "restante.cluster.kubernetes.service-dns";

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAX_PORT = 65_535;

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.*-]+|[0-9a-fA-F:.*%-]*:[0-9a-zA-Z:.*%-]*");
    private static final Pattern MEMBER = Pattern.compile(
            "[^:\\s]+(:(?<port>[0-9]{1,5}))?|[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-zA-Z:%.]*|\\[.+](:[0-9]{1,5})?");

    /** Ways of finding others. */
    public enum Join {
        /** This node stays alone. */
        NONE,
        /** The members are named. */
        TCP_IP,
        /** They are called for in the local network. */
        MULTICAST,
        /** They are the pods of a headless service. */
        KUBERNETES
    }

    /** Whether others are looked for. */
    public boolean hasOthers() {
        return join != Join.NONE;
    }

    static ClusterSettings read(SettingsReader reader) {
        List<String> members = reader.list(MEMBERS);
        members.stream()
                .filter(member -> !isMember(member))
                .forEach(member -> reader.problem(
                        MEMBERS,
                        "must be hosts, with or without a port up to " + MAX_PORT + ", but has '" + member + "'"));
        Join join = reader.choice(JOIN, Join.class, members.isEmpty() ? Join.NONE : Join.TCP_IP);
        if (join == Join.TCP_IP && members.isEmpty()) {
            reader.problem(MEMBERS, "must name at least one member where " + JOIN + " is tcp-ip");
        }
        Optional<String> serviceDns = reader.stripped(SERVICE_DNS);
        if (join == Join.KUBERNETES && serviceDns.isEmpty()) {
            reader.problem(SERVICE_DNS, "is missing where " + JOIN + " is kubernetes");
        }
        String address = reader.stripped(ADDRESS, LOOPBACK);
        if (!IP_ADDRESS.matcher(address).matches()) {
            reader.problem(
                    ADDRESS, "must be an IP address of this node, or a pattern of one, but is '" + address + "'");
        }
        return new ClusterSettings(
                reader.stripped(NAME, "restante"),
                address,
                (int) reader.number(PORT, 5701, 1, MAX_PORT),
                join,
                members,
                serviceDns);
    }

    private static boolean isMember(String member) {
        Matcher parts = MEMBER.matcher(member);
        return parts.matches() && (parts.group("port") == null || Integer.parseInt(parts.group("port")) <= MAX_PORT);
    }
}
