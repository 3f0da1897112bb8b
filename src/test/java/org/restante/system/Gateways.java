package org.restante.system;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Two servers with {@link Desk}, each with a broker of its own, and with one database and one cluster. */
final class Gateways {

    private static final int FIRST_PORT = 5771;

    private Gateways() {}

    /** Writes the EAR of both. */
    static Path ear() {
        return PackagedEar.open()
                .with(DeskBean.class, Desk.class, DeskServlet.class, Question.class)
                .file(Settings.WORK.resolve("gateways.ear"));
    }

    /** One of them: the first is number 0. */
    static ServerNode node(int number, Path ear) {
        Map<String, String> properties = properties();
        properties.put("restante.cluster.name", "gateways");
        properties.put("restante.cluster.port", String.valueOf(FIRST_PORT + number));
        properties.put("restante.cluster.members", "127.0.0.1:" + FIRST_PORT + ",127.0.0.1:" + (FIRST_PORT + 1));
        return new ServerNode(
                number == 0 ? Servers.first() : Servers.second(),
                ServerNode.settings("gateway-" + number, 900 + 100 * number, properties),
                ear);
    }

    /** What any node on this database needs. */
    static Map<String, String> properties() {
        Map<String, String> all = new HashMap<>();
        all.put("test.database.port", String.valueOf(Database.port()));
        all.put("test.database.name", Database.GATEWAYS);
        all.put("restante.operator.password", "o");
        // what a crash has left prepared is decided within seconds and not minutes
        all.put("com.arjuna.ats.arjuna.common.RecoveryEnvironmentBean.periodicRecoveryPeriod", "2");
        all.put("com.arjuna.ats.arjuna.common.RecoveryEnvironmentBean.recoveryBackoffPeriod", "1");
        return all;
    }
}
