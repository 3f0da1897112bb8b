package org.restante.keystore.memory;

import java.time.InstantSource;
import java.util.Map;
import org.restante.Restante;
import org.restante.keystore.contract.KeyStoreContract;
import org.restante.storage.StorageAdapter;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

class MemoryKeyStoreTest implements KeyStoreContract {

    private final StorageAdapter adapter = new MemoryStorageAdapter(InstantSource.system());
    private final Restante restante = PlainRestante.over(adapter);

    @Override
    public Restante restante() {
        return restante;
    }

    @Override
    public Restante restante(Map<String, String> settings) {
        return PlainRestante.over(adapter, PlainOptions.defaults().withSettings(settings));
    }
}
