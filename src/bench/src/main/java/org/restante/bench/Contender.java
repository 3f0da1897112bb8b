package org.restante.bench;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.concurrent.atomic.LongAdder;

/** A store and how many puts it has acknowledged. */
final class Contender {

    private final Store store;
    private final LongAdder acknowledged = new LongAdder();
    private BigInteger versionsBefore = BigInteger.ZERO;

    Contender(Store store) {
        this.store = store;
    }

    Store store() {
        return store;
    }

    void put(String key, byte[] value) {
        store.put(key, value);
        acknowledged.increment();
    }

    void get(String key, int size) {
        byte[] value = store.get(key);
        if (value == null || value.length != size) {
            throw new IllegalStateException("lost: " + key);
        }
    }

    void putAll(SortedMap<String, byte[]> values) {
        store.putAll(values);
        acknowledged.add(values.size());
    }

    void startCounting(BigInteger versions) {
        versionsBefore = versions;
        acknowledged.reset();
    }

    /** Each put raises the version of its row by one, so their sum has risen by the number of puts. */
    void verify(BigInteger versions) {
        BigInteger rise = versions.subtract(versionsBefore);
        if (!rise.equals(BigInteger.valueOf(acknowledged.sum()))) {
            throw new IllegalStateException(
                    store.table() + ": " + acknowledged + " puts, but versions rose by " + rise);
        }
    }
}
