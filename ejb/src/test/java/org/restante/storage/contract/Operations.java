package org.restante.storage.contract;

import java.util.List;
import java.util.Map;
import org.restante.Restante;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;

/** Every operation of storage and profiles that asks the store. */
public final class Operations {

    private static final Namespace<Object> THINGS = Namespace.of("things", Object.class);

    private Operations() {}

    /** Each of them on that profile, its entry {@code k} in the namespace {@code things}. */
    public static List<Runnable> on(Restante restante, ProfileId profile) {
        Storage storage = restante.profile(profile).storage();
        return List.of(
                () -> storage.get(THINGS, "k"),
                () -> storage.get(THINGS, "k", "fallback"),
                () -> storage.get(Namespaces.CREDS, "self"),
                () -> storage.lookup(THINGS, "k"),
                () -> storage.getAll(THINGS, List.of("k")),
                () -> storage.put(THINGS, "k", "new"),
                () -> storage.put(THINGS, "k", "new", Expected.present()),
                () -> storage.putAll(THINGS, Map.of("k", "new")),
                () -> storage.putAll(THINGS, Map.of("k", "new", "l", "new")),
                () -> storage.delete(THINGS, "k"),
                storage::clear,
                () -> storage.keys(THINGS, PageRequest.first(1)),
                () -> restante.profiles().list(),
                () -> restante.profiles().describe());
    }
}
