package org.restante.storage.jpa;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.restante.storage.StorageAdapter;
import org.restante.storage.contract.SegmentsContract;
import org.restante.storage.contract.StorageContract;
import org.restante.testing.TestDatabase;

class PostgresStorageTest implements StorageContract, SegmentsContract {

    private static JpaFixture database;

    @BeforeAll
    static void open() {
        database = new JpaFixture(TestDatabase.POSTGRESQL);
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
