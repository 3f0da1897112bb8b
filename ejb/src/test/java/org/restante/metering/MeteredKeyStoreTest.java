package org.restante.metering;

import java.time.InstantSource;
import java.util.Map;
import org.restante.Restante;
import org.restante.keystore.contract.KeyStoreContract;
import org.restante.storage.StorageAdapter;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** Measured keys are keys. */
class MeteredKeyStoreTest implements KeyStoreContract {

    private final StorageAdapter adapter = new MemoryStorageAdapter(InstantSource.system());
    private final PlainOptions options = PlainOptions.defaults().withMeter(new RecordingMeter());
    private final Restante restante = PlainRestante.over(adapter, options);

    @Override
    public Restante restante() {
        return restante;
    }

    @Override
    public Restante restante(Map<String, String> settings) {
        return PlainRestante.over(adapter, options.withSettings(settings));
    }
}
