package org.restante.settings;

import java.util.List;
import java.util.Optional;

/**
 * How nodes find each other.
 *
 * @param name members of another name are strangers
 * @param address the one that this node listens at
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
        Join join = reader.choice(JOIN, Join.class, members.isEmpty() ? Join.NONE : Join.TCP_IP);
        if (join == Join.TCP_IP && members.isEmpty()) {
            reader.problem(MEMBERS, "must name at least one member where " + JOIN + " is tcp-ip");
        }
        Optional<String> serviceDns = reader.stripped(SERVICE_DNS);
        if (join == Join.KUBERNETES && serviceDns.isEmpty()) {
            reader.problem(SERVICE_DNS, "is missing where " + JOIN + " is kubernetes");
        }
        return new ClusterSettings(
                reader.stripped(NAME).orElse("restante"),
                reader.stripped(ADDRESS).orElse(LOOPBACK),
                (int) reader.number(PORT, 5701, 1, 65_535),
                join,
                members,
                serviceDns);
    }
}
