package org.restante.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A PostgreSQL of its own that keeps what it acknowledges, as in production. */
final class BenchServer implements AutoCloseable {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final int CONNECTIONS = 8;

    private final EmbeddedPostgres server;

    /** Starts it. */
    BenchServer() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        this.server = builder.start();
    }

    /**
     * A pool of {@value #CONNECTIONS} connections to a new database.
     *
     * @throws IllegalStateException when the server would lose what it acknowledges
     */
    HikariDataSource database(String name) throws SQLException {
        return database(name, CONNECTIONS);
    }

    /** The same with so many connections. */
    HikariDataSource database(String name, int connections) throws SQLException {
        execute(server.getPostgresDatabase(), "create database " + name);
        HikariDataSource pool = pool(server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true", connections);
        for (String setting : DURABLE) {
            if (!ask(pool, "show " + setting).equals("on")) {
                throw new IllegalStateException(setting + " is off: such figures say nothing");
            }
        }
        return pool;
    }

    /** A pool of {@value #CONNECTIONS} connections to a database, for this process. */
    static HikariDataSource pool(String url) {
        return pool(url, CONNECTIONS);
    }

    private static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** Which PostgreSQL this is. */
    String version() throws SQLException {
        return ask(server.getPostgresDatabase(), "show server_version");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
