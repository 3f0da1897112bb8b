package org.restante.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kotlin.Unit;
import org.restante.example.signal.SignalSession;
import org.signal.libsignal.protocol.SignalProtocolAddress;

/**
 * The two servers that share {@link Database#NODES} and are members of one cluster. They start together at the first use and run until the last test;
 * one that a test has killed is started again by {@link #bothRunning()}.
 */
public final class Nodes {

    /** The name of the cluster that both are members of. */
    static final String CLUSTER = "two-nodes";

    /** A profile of which fewer messages are kept than of others. */
    static final String BOUNDED_PROFILE = "bounded-retries";

    /** How many. */
    static final int BOUND = 500;

    private static final Duration REQUEST = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final class Pair {
        private static final Path EAR = ear();
        private static final ServerNode A = new ServerNode(
                Servers.first(),
                ServerNode.settings(
                        "node-a",
                        100,
                        properties(Map.of(
                                "restante.operator.password",
                                Client.OPERATOR_PASSWORD,
                                "restante.cluster.port",
                                "5761"))),
                EAR);
        private static final ServerNode B = new ServerNode(
                Servers.second(),
                ServerNode.settings("node-b", 200, properties(Map.of("restante.cluster.port", "5762"))),
                EAR);
    }

    private static boolean used;

    private Nodes() {}

    /** On port 8180; the operator's password is configured. */
    public static ServerNode a() {
        return Pair.A;
    }

    /** On port 8280; the operator's password is generated at each start. */
    public static ServerNode b() {
        return Pair.B;
    }

    /** Starts what does not run; returns once both serve. */
    public static synchronized List<ServerNode> bothRunning() {
        used = true;
        List<ServerNode> both = List.of(a(), b());
        both.forEach(ServerNode::launch);
        both.forEach(ServerNode::awaitDeployed);
        return both;
    }

    /** What this node answers, its body as text. */
    public static HttpResponse<String> get(ServerNode node, String path) {
        return send(HttpRequest.newBuilder(node.uri(path)));
    }

    /** What this node answers a user of it. */
    public static HttpResponse<String> get(Client client, String path) {
        return send(HttpRequest.newBuilder(client.node().uri(path)).header("Authorization", client.authorization()));
    }

    /** Sends a request, with a bound on the wait. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return sendSlow(request, REQUEST);
    }

    /** The same for what takes its time. */
    static HttpResponse<String> sendSlow(HttpRequest.Builder request, Duration longest) {
        try {
            return HTTP.send(request.timeout(longest).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static synchronized void stopAll() {
        if (used) {
            a().kill();
            b().kill();
        }
    }

    /** The packaged EAR, and beside it what tests ask the nodes to do from within. */
    private static Path ear() {
        return PackagedEar.open()
                .with(SignalServlet.class, SignalHandler.class, SignalHangs.class, KeysServlet.class)
                .with(RetriesServlet.class, ShopApplication.class, OrdersResource.class, OtherSitesFilter.class)
                .with(HandOverServlet.class)
                .withPackagesOf(SignalSession.class)
                .withLibrariesOf(SignalProtocolAddress.class, Unit.class)
                .file(Settings.WORK.resolve("nodes.ear"));
    }

    private static Map<String, String> properties(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        all.put("test.database.port", String.valueOf(Database.port()));
        all.put("test.database.name", Database.NODES);
        all.put("restante.cluster.name", CLUSTER);
        all.put("restante.cluster.members", "127.0.0.1:5761,127.0.0.1:5762");
        all.put("restante.retry.profiles", BOUNDED_PROFILE);
        all.put("restante.retry.profiles." + BOUNDED_PROFILE + ".bound", String.valueOf(BOUND));
        all.put("restante.dedup.namespaces", "http");
        all.put("restante.dedup.namespaces.http.lease", "PT6S");
        all.putAll(Client.USERS);
        return all;
    }
}
