package org.restante.cluster;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import java.util.UUID;
import org.restante.settings.ClusterSettings;

/** From settings to a member's configuration. Everything that is not asked for is off. */
public final class MemberConfig {

    private static final int PORTS_TRIED = 20;

    private MemberConfig() {}

    /**
     * A member that others find as the settings say.
     *
     * @param classes the application's, which hold what is kept in the grid
     */
    public static Config of(ClusterSettings settings, ClassLoader classes) {
        Config config = new Config("restante-" + UUID.randomUUID())
                .setClusterName(settings.name())
                .setClassLoader(classes)
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.logging.type", "jdk")
                .setProperty("hazelcast.shutdownhook.enabled", "false")
                .setProperty("hazelcast.graceful.shutdown.max.wait", "20")
                .setProperty("hazelcast.socket.bind.any", "false")
                // a member that hangs is given up after so long, and who asked it; a minute by default
                .setProperty("hazelcast.heartbeat.interval.seconds", "2")
                .setProperty("hazelcast.max.no.heartbeat.seconds", "15")
                .setProperty("hazelcast.operation.call.timeout.millis", "20000")
                // how soon a split is looked for; minutes by default
                .setProperty("hazelcast.merge.first.run.delay.seconds", "20")
                .setProperty("hazelcast.merge.next.run.delay.seconds", "20");
        config.getMetricsConfig().setEnabled(false);
        config.getJetConfig().setEnabled(false);
        config.getSerializationConfig().setJavaSerializationFilterConfig(nothingButItsOwn());
        network(config.getNetworkConfig(), settings);
        return config;
    }

    /** Hazelcast sends exceptions and the expiry of caches as Java objects; nothing else is read as one. */
    private static JavaSerializationFilterConfig nothingButItsOwn() {
        ClassFilter own = new ClassFilter()
                .addPrefixes("java.lang.", "[Ljava.lang.", "javax.cache.", "com.hazelcast.")
                .addClasses("java.util.Collections$EmptyList", "java.util.ArrayList", "java.util.concurrent.TimeUnit");
        return new JavaSerializationFilterConfig().setDefaultsDisabled(true).setWhitelist(own);
    }

    private static void network(NetworkConfig network, ClusterSettings settings) {
        network.setPort(settings.port()).setPortAutoIncrement(true).setPortCount(PORTS_TRIED);
        network.getInterfaces().setEnabled(true).addInterface(settings.address());
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(settings.join() == ClusterSettings.Join.MULTICAST);
        join.getTcpIpConfig()
                .setEnabled(settings.join() == ClusterSettings.Join.TCP_IP)
                .setMembers(settings.members());
        if (settings.join() == ClusterSettings.Join.KUBERNETES) {
            join.getKubernetesConfig()
                    .setEnabled(true)
                    .setProperty("service-dns", settings.serviceDns().orElseThrow())
                    // else the others are looked for at Hazelcast's default port
                    .setProperty("service-port", String.valueOf(settings.port()));
        }
    }
}
