package org.restante.keystore.jpa;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.restante.Restante;
import org.restante.keystore.contract.KeyStoreContract;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

class H2KeyStoreTest implements KeyStoreContract {

    private static JpaFixture database;
    private static Restante restante;

    @BeforeAll
    static void open() {
        database = new JpaFixture(TestDatabase.H2);
        restante = PlainRestante.over(database.adapter());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    public Restante restante() {
        return restante;
    }

    @Override
    public Restante restante(Map<String, String> settings) {
        return PlainRestante.over(database.adapter(), PlainOptions.defaults().withSettings(settings));
    }
}
