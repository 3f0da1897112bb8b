package org.restante.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.testing.Sql;
import org.restante.testing.TestDatabase;

/** With a pool whose connections do not commit by themselves. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AutoCommitTest {

    private static final String NOTES = "select count(*) from note";

    private final TestDatabase kind;
    private final HikariDataSource pool;

    AutoCommitTest(TestDatabase kind) {
        this.kind = kind;
        pool = kind.openWith(config -> config.setAutoCommit(false));
        Sql.run(pool, "create table note (id int)");
    }

    @AfterEach
    void close() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        pool.close();
    }

    @Test
    void workIsCommitted() throws SQLException {
        assertThat(AutoCommit.run(pool, AutoCommitTest::insert)).isEqualTo(1);

        assertThat(Sql.number(pool, NOTES)).isEqualTo(1);
    }

    @Test
    void workThatFailsIsRolledBack() {
        for (Throwable failure : new Throwable[] {new SQLException(), new IllegalStateException(), new Error("x")}) {
            assertThatThrownBy(() -> AutoCommit.run(pool, connection -> {
                        insert(connection);
                        throw AutoCommitTest.<SQLException>thrown(failure);
                    }))
                    .isSameAs(failure);
        }

        assertThat(Sql.number(pool, NOTES)).isZero();
    }

    @Test
    void whatTheWorkThrewIsNotHiddenByARollbackThatFailsToo() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> AutoCommit.run(pool, connection -> {
                    insert(connection);
                    kind.cut(pool, kind.session(connection));
                    throw new SQLException("the work's own");
                }))
                .withMessage("the work's own")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).isNotEmpty());
    }

    private static int insert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("insert into note values (1)");
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X thrown(Throwable throwable) throws X {
        throw (X) throwable;
    }
}
