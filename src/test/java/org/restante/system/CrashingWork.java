package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.restante.dedup.Receipt;
import org.restante.messaging.Handling;

/** What both handlers do: an effect in their transaction, and a note beside it that they were run, which no rollback undoes. */
@ApplicationScoped
public class CrashingWork {

    static final String EFFECTS = "crash_effect";
    static final String RUNS = "crash_run";

    @Inject
    Handling handling;

    @Inject
    CrashNotes notes;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Resource
    TransactionSynchronizationRegistry registry;

    void handle(String mode, Message message) {
        try {
            String id = message.getStringProperty("id");
            notes.run(
                    mode, id, handling.attempt(), handling.claim().leaseUntil().atOffset(ZoneOffset.UTC));
            CrashWindow.AFTER_CLAIM.reach();
            effect(mode, id);
            CrashWindow.AFTER_EFFECT.reach();
            if (CrashWindow.BEFORE_ACKNOWLEDGEMENT.isArmed()) {
                transactionManager().getTransaction().enlistResource(new CrashWindow.NeverReady());
            }
            registry.registerInterposedSynchronization(new BeforeTheCommit());
            handling.receipt(Receipt.of("receipt of " + id));
        } catch (JMSException | SQLException | SystemException | RollbackException e) {
            throw new IllegalStateException(e);
        }
    }

    private void effect(String mode, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into " + EFFECTS + " (mode, id) values (?, ?)")) {
            statement.setString(1, mode);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    /** The interceptor has written the receipt by then. */
    private static final class BeforeTheCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            CrashWindow.AFTER_COMPLETE.reach();
        }

        @Override
        public void afterCompletion(int status) {}
    }

    /** What is written beside the transaction. */
    @ApplicationScoped
    public static class CrashNotes {

        @Resource(lookup = "java:comp/DefaultDataSource")
        DataSource database;

        /** That a handler is run, and until when its claim is its own. */
        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public void run(String mode, String id, int attempt, OffsetDateTime leaseUntil) throws SQLException {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement("insert into " + RUNS
                            + " (mode, id, attempt, lease_until, at) values (?, ?, ?, ?, clock_timestamp())")) {
                statement.setString(1, mode);
                statement.setString(2, id);
                statement.setInt(3, attempt);
                statement.setObject(4, leaseUntil);
                statement.executeUpdate();
            }
        }
    }

    /** Each server has a name of its own for it. */
    @SuppressWarnings("BanJNDI") // the names are constants
    private static TransactionManager transactionManager() {
        for (String name : List.of("java:jboss/TransactionManager", "java:appserver/TransactionManager")) {
            try {
                return InitialContext.doLookup(name);
            } catch (NamingException e) {
                // the other server's
            }
        }
        throw new IllegalStateException("no transaction manager");
    }
}
