package org.restante.bench;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.entry.Namespaces;
import org.restante.storage.Storage;

/** Restante as an application uses it: with checks, encoding, checksum and bounded waits. */
final class RestanteStore implements Store {

    private final Storage storage;

    RestanteStore(Restante restante) {
        this.storage = restante.profile(JdbcStore.PROFILE).storage();
    }

    @Override
    public String table() {
        return "restante_entry";
    }

    @Override
    public void put(String key, byte[] value) {
        storage.put(Namespaces.SESSION, key, value);
    }

    @Override
    public byte @Nullable [] get(String key) {
        return storage.get(Namespaces.SESSION, key).orElse(null);
    }

    @Override
    public void putAll(SortedMap<String, byte[]> values) {
        storage.putAll(Namespaces.SESSION, values);
    }
}
