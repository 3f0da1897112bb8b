package org.restante.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that a test starts and stops; its port and its data stay. */
final class LateDatabase implements AutoCloseable {

    /** The database that every PostgreSQL has. */
    static final String NAME = "postgres";

    private final Path data;
    private final int port;
    private @Nullable EmbeddedPostgres postgres;

    LateDatabase(Path data) throws IOException {
        this.data = data;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** What a node of this database is started with. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(Client.USERS);
        properties.put("test.database.port", String.valueOf(port));
        properties.put("test.database.name", NAME);
        return properties;
    }

    void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_prepared_transactions", "100")
                .start();
    }

    /** Returns when it is down, its connections cut. */
    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }
}
