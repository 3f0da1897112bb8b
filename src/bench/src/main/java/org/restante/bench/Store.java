package org.restante.bench;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What is measured: entries of one profile in one namespace, by one way of writing and reading them. */
interface Store {

    /** The table in which it keeps them. */
    String table();

    void put(String key, byte[] value);

    byte @Nullable [] get(String key);

    /** All of them in one transaction. */
    void putAll(SortedMap<String, byte[]> values);
}
