package org.restante.metering;

import java.time.InstantSource;
import java.util.Map;
import org.restante.Restante;
import org.restante.keystore.contract.ClearKeysContract;
import org.restante.keystore.contract.CommitContract;
import org.restante.keystore.contract.DecryptOnceContract;
import org.restante.keystore.contract.LimitsContract;
import org.restante.keystore.contract.NestedContract;
import org.restante.keystore.contract.ReadAndSetContract;
import org.restante.keystore.contract.ReadOnlyContract;
import org.restante.keystore.contract.TransactionContract;
import org.restante.storage.StorageAdapter;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** Measured keys are keys; who has a lock is not what is measured. */
class MeteredKeyStoreTest
        implements ReadAndSetContract,
                TransactionContract,
                NestedContract,
                CommitContract,
                LimitsContract,
                ReadOnlyContract,
                ClearKeysContract,
                DecryptOnceContract {

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
