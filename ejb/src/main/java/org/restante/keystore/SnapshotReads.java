package org.restante.keystore;

import java.util.Optional;
import org.restante.entry.Namespace;
import org.restante.storage.Lookup;

/** The handle of a read-only transaction: of no use once its work is done. */
final class SnapshotReads implements KeyReads {

    private final KeyReads reads;
    private volatile boolean closed;

    SnapshotReads(KeyReads reads) {
        this.reads = reads;
    }

    @Override
    public FoundKeys read(KeySelection wanted) {
        requireOpen();
        return reads.read(wanted);
    }

    @Override
    public <V> Lookup<V> lookup(Namespace<V> type, String id) {
        requireOpen();
        return reads.lookup(type, id);
    }

    @Override
    public <V> Optional<V> get(Namespace<V> type, String id) {
        requireOpen();
        return reads.get(type, id);
    }

    void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new TransactionClosedException("the read-only transaction has ended");
        }
    }
}
