package org.restante.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.RollbackException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.database.SchemaMode;
import org.restante.settings.DatabaseSettings;
import org.restante.testing.Elsewhere;
import org.restante.testing.Sql;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before the first test
class ResourceLocalTransactionsTest {

    private static final String NOTES = "select count(*) from note";

    @Parameter
    private TestDatabase kind;

    private HikariDataSource pool;
    private PlainDatabase database;
    private Transactions transactions;

    @BeforeParameterizedClassInvocation
    void open() {
        pool = kind.open();
        database = PlainDatabase.open(pool, new DatabaseSettings(SchemaMode.MIGRATE, Duration.ofSeconds(30)));
        transactions = database.transactions();
        Sql.run(pool, "create table note (id int)");
    }

    @AfterParameterizedClassInvocation
    void close() {
        database.close();
        pool.close();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(transactions.active()).isFalse();
        Sql.run(pool, "delete from note");
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("x"), new AssertionError("x"), new IOException("sneaked through"));
    }

    @Test
    void workIsCommittedAndItsResultHandedOn() {
        assertThat(transactions.required(() -> {
                    insert();
                    assertThat(transactions.active()).isTrue();
                    return "done";
                }))
                .isEqualTo("done");

        assertThat(committed()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void workThatFailsIsRolledBackAndItsOwnThrowableReachesTheCaller(Throwable failure) {
        Throwable thrown = catchThrowable(() -> transactions.required(() -> {
            insert();
            throw sneaky(failure);
        }));

        assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(committed()).isZero();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void requiredJoinsTheCallersTransaction() {
        transactions.required(() -> {
            insert();
            transactions.required(this::insert);
            assertThat(visible()).isEqualTo(2);
            assertThat(committed()).isZero();
            return insert();
        });

        assertThat(committed()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void joinedWorkThatFailsMarksTheCallersTransactionForRollback(Throwable failure) {
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    insert();
                    assertThat(catchThrowable(() -> transactions.required(() -> {
                                throw sneaky(failure);
                            })))
                            .isSameAs(failure);
                    return insert();
                }));

        assertThat(committed()).isZero();
    }

    @Test
    void requiresNewIsCommittedWhateverBecomesOfTheCallersTransaction() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    insert();
                    transactions.requiresNew(() -> {
                        assertThat(visible()).isZero();
                        return insert();
                    });
                    assertThat(committed()).isEqualTo(1);
                    assertThat(visible()).isEqualTo(2);
                    throw new IllegalStateException("x");
                }));

        assertThat(committed()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void requiresNewThatFailsLeavesTheCallersTransactionAsItWas(Throwable failure) {
        transactions.required(() -> {
            insert();
            assertThat(catchThrowable(() -> transactions.requiresNew(() -> {
                        insert();
                        throw sneaky(failure);
                    })))
                    .isSameAs(failure);
            return insert();
        });

        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void jpaAndJdbcShareOneConnectionInATransaction() {
        transactions.required(() -> {
            insert();
            long seen =
                    transactions.jpa(em -> ((Number) em.createNativeQuery(NOTES).getSingleResult()).longValue());
            assertThat(seen).isEqualTo(1);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
            transactions.required(this::insert);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
            return seen;
        });
    }

    @Test
    void aStatementThatFailsIsTheWorksOwnSqlException() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    assertThatExceptionOfType(SQLException.class)
                            .isThrownBy(() ->
                                    transactions.jdbc(connection -> Sql.number(connection, "select 1 from nowhere")));
                    throw new IllegalStateException("given up");
                }));
    }

    @Test
    void outsideATransactionEachStatementIsCommitted() {
        insert();

        assertThat(committed()).isEqualTo(1);
        assertThat(visible()).isEqualTo(1);
        assertThat(transactions.<Object>jpa(em -> em.createNativeQuery(NOTES).getSingleResult()))
                .hasToString("1");
    }

    @Test
    void aTransactionThatCanOnlyBeRolledBackSaysSo() {
        assertThat(transactions.rollbackOnly()).isFalse();
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    assertThat(transactions.rollbackOnly()).isFalse();
                    assertThat(catchThrowable(() -> transactions.required(() -> {
                                throw new IllegalStateException("x");
                            })))
                            .isNotNull();
                    assertThat(transactions.rollbackOnly()).isTrue();
                    transactions.requiresNew(
                            () -> assertThat(transactions.rollbackOnly()).isFalse());
                    return insert();
                }));

        assertThat(committed()).isZero();
    }

    @Test
    void aTransactionIsRolledBackFromAnotherThreadWhileItsWorkIsRunning() {
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    insert();
                    Elsewhere.run(Thread::new, transactions.abandonment());
                    assertThat(transactions.rollbackOnly()).isTrue();
                    assertThat(visible()).isZero();
                    return insert();
                }));

        assertThat(committed()).isZero();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(transactions::abandonment);
    }

    @Test
    void whoGivesUpATransactionThatHasEndedDoesNothing() {
        List<Runnable> ended = new ArrayList<>();
        Duration limit = Duration.ofSeconds(10);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions.requiresNew(limit, giveUp -> {
                    ended.add(giveUp);
                    throw new IllegalStateException("x");
                }));
        transactions.requiresNew(limit, giveUp -> {
            ended.add(giveUp);
            return insert();
        });

        assertThatCode(() -> ended.forEach(Runnable::run)).doesNotThrowAnyException();
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void workWhoseRollbackFailsIsNotCommittedByWhatGivesItsConnectionBack() {
        LocalTransaction transaction = LocalTransaction.begin(withoutRollback());
        IllegalStateException failure = new IllegalStateException("x");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transaction.around(() -> {
                    Sql.run(transaction.connection(), "insert into note values (1)");
                    throw failure;
                }))
                .isSameAs(failure)
                .satisfies(thrown -> assertThat(thrown).hasSuppressedException(new SQLException("no rollback")));

        assertThat(committed()).isZero();
    }

    /** The pool, in whose connections a rollback fails. */
    private DataSource withoutRollback() {
        return proxy(DataSource.class, pool, connection -> proxy(Connection.class, connection, result -> result));
    }

    private static <T> T proxy(Class<T> type, Object target, UnaryOperator<Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("rollback")) {
                        throw new SQLException("no rollback");
                    }
                    Object answer = method.invoke(target, arguments);
                    return answer instanceof Connection ? answers.apply(answer) : answer;
                }));
    }

    private int insert() {
        return jdbc(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("insert into note values (1)");
            }
        });
    }

    /** As the thread's transaction sees it. */
    private int visible() {
        return jdbc(connection -> Sql.number(connection, NOTES));
    }

    /** As everybody else sees it. */
    private int committed() {
        return Sql.number(pool, NOTES);
    }

    private <T> T jdbc(Transactions.SqlWork<T> work) {
        try {
            return transactions.jdbc(work);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> RuntimeException sneaky(Throwable throwable) throws X {
        throw (X) throwable;
    }
}
