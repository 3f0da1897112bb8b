package org.restante.keystore.memory;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.restante.Restante;
import org.restante.keystore.contract.KeyStoreContract;
import org.restante.storage.file.FileStorageAdapter;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

@SuppressWarnings("NullAway.Init")
class FileKeyStoreTest implements KeyStoreContract {

    @TempDir
    Path root;

    private FileStorageAdapter adapter;
    private Restante restante;

    @BeforeEach
    void open() {
        adapter = FileStorageAdapter.open(root.resolve("store"), InstantSource.system());
        restante = PlainRestante.over(adapter);
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Override
    public Restante restante() {
        return restante;
    }

    @Override
    public Restante restante(Map<String, String> settings) {
        return PlainRestante.over(adapter, PlainOptions.defaults().withSettings(settings));
    }
}
