package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.restante.ForProfile;
import org.restante.Restante;
import org.restante.database.Database;
import org.restante.keystore.DecryptOnce;
import org.restante.keystore.KeyStore;
import org.restante.keystore.contract.ClearKeysContract;
import org.restante.keystore.contract.CommitContract;
import org.restante.keystore.contract.DecryptOnceContract;
import org.restante.keystore.contract.KeyStoreContract;
import org.restante.keystore.contract.LimitsContract;
import org.restante.keystore.contract.LockContract;
import org.restante.keystore.contract.NestedContract;
import org.restante.keystore.contract.ReadAndSetContract;
import org.restante.keystore.contract.ReadOnlyContract;
import org.restante.keystore.contract.TransactionContract;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.testing.Scenario;
import org.restante.transaction.Transactions;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** The key store contract inside the server, on its transactions, data source and provider. */
@InsideTheServer
class KeyStoreInsideTheServerIT
        implements ReadAndSetContract,
                TransactionContract,
                NestedContract,
                LockContract,
                LimitsContract,
                CommitContract,
                ReadOnlyContract,
                ClearKeysContract,
                DecryptOnceContract {

    @Inject
    Restante restante;

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @Inject
    UserTransaction transaction;

    @Inject
    @ForProfile("injected-keys")
    KeyStore keys;

    @Inject
    @ForProfile("injected-keys")
    DecryptOnce messages;

    @Resource
    ManagedThreadFactory threads;

    @Deployment
    static EnterpriseArchive ear() {
        return PackagedEar.withContract(KeyStoreInsideTheServerIT.class, KeyStoreContract.class);
    }

    @Override
    public Restante restante() {
        return restante;
    }

    @Override
    public Restante restante(Map<String, String> settings) {
        return PlainRestante.over(
                new JpaStorageAdapter(database, transactions, Duration.ofSeconds(30)),
                PlainOptions.defaults().withSettings(settings));
    }

    @Override
    public ThreadFactory threads() {
        return threads;
    }

    @Test
    @Scenario("K12")
    void itIsUndoneWithTheTransactionOfItsCaller() throws NotSupportedException, SystemException {
        transaction.begin();
        try {
            keys.transaction("undone", tx -> {
                tx.put(SESSION, "undone", new byte[] {1});
                return tx;
            });
            assertThat(keys.get(SESSION, "undone")).isPresent();
        } finally {
            transaction.rollback();
        }

        assertThat(keys.get(SESSION, "undone")).isEmpty();
        keys.transaction("undone", tx -> tx);
    }

    @Test
    @Scenario({"K6", "K12"})
    void workThatFailsMarksTheTransactionOfItsCaller() throws Exception {
        transaction.begin();
        assertThatThrownBy(() -> keys.transaction("failed", tx -> {
                    throw new IllegalStateException("work");
                }))
                .hasMessage("work");

        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
    }

    @Test
    void whatIsInjectedForAProfileIsBoundToIt() {
        byte[] plaintext = messages.decrypt(List.of("alice.1"), new byte[] {9}, tx -> {
            tx.put(SESSION, "injected", new byte[] {7});
            return new byte[] {5};
        });

        assertThat(plaintext).containsExactly(5);
        assertThat(restante.profile("injected-keys").storage().get(SESSION, "injected"))
                .contains(new byte[] {7});
        assertThat(keys.inTransaction()).isFalse();
    }
}
