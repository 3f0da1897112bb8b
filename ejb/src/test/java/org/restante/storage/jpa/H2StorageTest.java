package org.restante.storage.jpa;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.restante.storage.StorageAdapter;
import org.restante.storage.contract.StorageContract;
import org.restante.testing.TestDatabase;

class H2StorageTest implements StorageContract {

    private static JpaFixture database;

    @BeforeAll
    static void open() {
        database = new JpaFixture(TestDatabase.H2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    public StorageAdapter adapter() {
        return database.adapter();
    }
}
