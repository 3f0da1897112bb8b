package org.restante.storage.jpa;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.restante.storage.StorageAdapter;
import org.restante.storage.contract.EmptyStoreContract;
import org.restante.testing.TestDatabase;

class EmptyDatabaseTest {

    @Nested
    class OnH2 extends OnNewDatabase {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgres extends OnNewDatabase {
        OnPostgres() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    private abstract static class OnNewDatabase implements EmptyStoreContract {

        private final TestDatabase kind;
        private JpaFixture database;

        OnNewDatabase(TestDatabase kind) {
            this.kind = kind;
        }

        @BeforeEach
        void open() {
            database = new JpaFixture(kind);
        }

        @AfterEach
        void close() {
            database.close();
        }

        @Override
        public StorageAdapter adapter() {
            return database.adapter();
        }
    }
}
