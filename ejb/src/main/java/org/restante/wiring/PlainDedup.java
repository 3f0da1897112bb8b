package org.restante.wiring;

import org.restante.codec.EntryCodec;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.jpa.DatabaseDedupAdapter;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.metering.Capability;
import org.restante.metering.Metering;
import org.restante.settings.DedupSettings;
import org.restante.storage.StorageAdapter;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.time.ClusterClock;
import org.restante.transaction.Pause;

/** The dedup caches of plain Java. */
final class PlainDedup {

    private PlainDedup() {}

    /** Over the adapter that the settings name, on the database of the entries or in memory. */
    static PlainSwept<DedupCaches> over(
            StorageAdapter storage, EntryCodec codec, DedupSettings settings, Metering metering) {
        return new PlainSwept<>(() -> made(storage, codec, settings, metering), Sweeper::of);
    }

    private static DedupCaches made(
            StorageAdapter storage, EntryCodec codec, DedupSettings settings, Metering metering) {
        if (storage instanceof JpaStorageAdapter jpa && settings.adapter(true).equals(DedupSettings.JPA)) {
            DedupAdapter adapter = new DatabaseDedupAdapter(DatabaseStatements.of(
                    jpa.database(), jpa.transactions(), metering.of(Capability.DEDUP, Pause.sleeping())));
            return new DedupCaches(adapter, codec, DedupConduct.of(settings, jpa.database()::now));
        }
        DedupAdapter memory = storage instanceof JpaStorageAdapter jpa
                ? new MemoryDedupAdapter(jpa.transactions())
                : new MemoryDedupAdapter();
        return new DedupCaches(memory, codec, DedupConduct.of(settings, ClusterClock.system()));
    }
}
