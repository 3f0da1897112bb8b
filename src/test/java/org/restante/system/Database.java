package org.restante.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL of the run, as durable as in production: what it has committed is on the disk. The two {@link
 * Nodes} share one database of it, the server with the tests inside has another.
 */
public final class Database {

    /** The database of the two nodes. */
    public static final String NODES = "nodes";
    /** The database of two nodes that are killed over and over again while they handle conversations. */
    public static final String GATEWAYS = "gateways";
    /** The database of the server that Arquillian starts. */
    public static final String CONTAINER = "container";

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static @Nullable EmbeddedPostgres postgres;

    private Database() {}

    /** Plain JDBC to one of the databases, beside the servers. */
    public static DataSource of(String name) {
        return running().getDatabase("postgres", name);
    }

    /** The first column of the first row. */
    public static String ask(String database, String sql) {
        try (Connection connection = of(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes rows behind the servers' backs. */
    public static void run(String database, String sql) {
        try (Connection connection = of(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static int port() {
        return running().getPort();
    }

    static void start() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "250")
                .setServerConfig("max_prepared_transactions", "250");
        DURABLE.forEach(builder::setServerConfig);
        try {
            postgres = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String name : List.of(NODES, GATEWAYS, CONTAINER)) {
            create(name);
        }
        DURABLE.forEach((setting, value) -> {
            if (!ask(NODES, "show " + setting).equals(value)) {
                throw new IllegalStateException(setting + " is not " + value);
            }
        });
        System.setProperty("test.database.port", String.valueOf(port()));
    }

    static void stop() {
        try {
            running().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(String name) {
        try (Connection connection = running().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres running() {
        if (postgres == null) {
            throw new IllegalStateException("The database is not started");
        }
        return postgres;
    }
}
