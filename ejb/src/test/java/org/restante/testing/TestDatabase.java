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
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Empty databases for tests, each behind a pool of connections as an application has one. */
public enum TestDatabase {
    H2 {
        @Override
        String url() {
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
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
    };

    abstract String url();

    /** A pool of 16 connections to a new, empty database; to be closed. */
    public HikariDataSource open() {
        return open(driver -> driver);
    }

    /** The same, with something between the pool and the driver: a counter, a fault. */
    public HikariDataSource open(UnaryOperator<DataSource> between) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(between.apply(new DriverDataSource(url(), null, new Properties(), null, null)));
        config.setMaximumPoolSize(16);
        return new HikariDataSource(config);
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
