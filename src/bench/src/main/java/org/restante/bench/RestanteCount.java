package org.restante.bench;

import org.restante.Restante;
import org.restante.entry.Namespaces;
import org.restante.keystore.KeyStore;

/** A transaction of the key store, as an application uses it. */
final class RestanteCount implements LockedCount {

    private final KeyStore keys;

    RestanteCount(Restante restante) {
        this.keys = restante.profile(JdbcStore.PROFILE).keyStore();
    }

    @Override
    public void count(String key, Runnable locked) {
        keys.<byte[], RuntimeException>transaction(key, tx -> {
            locked.run();
            byte[] next = Counters.next(tx.get(Namespaces.SESSION, key).orElse(null));
            tx.put(Namespaces.SESSION, key, next);
            return next;
        });
    }
}
