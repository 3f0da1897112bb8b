package org.restante.metering;

import java.time.InstantSource;
import org.restante.Restante;
import org.restante.storage.StorageAdapter;
import org.restante.storage.contract.StorageContract;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** Measured entries are entries. */
class MeteredStorageTest implements StorageContract {

    private final StorageAdapter adapter = new MemoryStorageAdapter(InstantSource.system());

    @Override
    public StorageAdapter adapter() {
        return adapter;
    }

    @Override
    public Restante restante() {
        return PlainRestante.over(adapter, PlainOptions.defaults().withMeter(new RecordingMeter()));
    }
}
