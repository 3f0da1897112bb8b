package org.restante.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Empty databases for tests, each behind a pool of connections as an application has one. */
public enum TestDatabase {
    H2 {
        @Override
        String url() {
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
        }

        @Override
        String waiting() {
            // whoever waits for another's insert does not say by whom it is blocked
            return "select count(*) from information_schema.sessions"
                    + " where executing_statement_start < dateadd(millisecond, -200, current_timestamp)";
        }

        @Override
        String session() {
            return "select session_id()";
        }

        @Override
        String cut() {
            return "select abort_session(";
        }
    },
    POSTGRESQL {
        @Override
        String url() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Postgres.SERVER.getJdbcUrl("postgres", name);
        }

        @Override
        String waiting() {
            return "select count(*) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'";
        }

        @Override
        String session() {
            return "select pg_backend_pid()";
        }

        @Override
        String cut() {
            return "select pg_terminate_backend(";
        }
    };

    abstract String url();

    abstract String waiting();

    abstract String session();

    abstract String cut();

    /** A pool of 16 connections to a new, empty database; to be closed. */
    public HikariDataSource open() {
        return openWith(config -> {});
    }

    /** The same, with something between the pool and the driver: a counter, a fault. */
    public HikariDataSource open(UnaryOperator<DataSource> between) {
        return openWith(config -> config.setDataSource(
                between.apply(new DriverDataSource(config.getJdbcUrl(), null, new Properties(), null, null))));
    }

    /** The same, otherwise configured. */
    public HikariDataSource openWith(Consumer<HikariConfig> changes) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(16);
        changes.accept(config);
        return new HikariDataSource(config);
    }

    /** How many connections of that database wait for a lock. */
    public int waitingForLocks(DataSource database) {
        return Sql.number(database, waiting());
    }

    /** By which number the server knows that connection. */
    public int session(Connection connection) throws SQLException {
        return Sql.number(connection, session());
    }

    /** Makes the server end that connection, whatever it is about. */
    public void cut(DataSource database, int session) {
        Sql.run(database, cut() + session + ")");
    }

    /** One server for all tests of this process, as durable as in production; the process's end stops it. */
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
