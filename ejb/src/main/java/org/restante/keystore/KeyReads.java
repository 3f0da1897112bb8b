package org.restante.keystore;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.storage.Lookup;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.UnreadableEntryException;

/**
 * Reads keys of one profile. A type of keys is a namespace; every namespace is one but {@code creds}, whose entry is no key.
 */
public interface KeyReads {

    /**
     * The keys found among those asked for, of all types at one moment: one statement.
     *
     * @throws InvalidInputException naming the type or id that breaks its limit
     * @throws UnreadableEntryException when an entry of a critical type is there and cannot be read; in another type it is
     *     as if it were not there
     * @throws StorageUnavailableException when the store cannot be reached: never a miss
     */
    FoundKeys read(KeySelection wanted);

    /**
     * One key with its version, which a write can name as the one that it expects. The version is 0 for what the running
     * transaction has put itself.
     *
     * @throws InvalidInputException naming the type or id that breaks its limit
     * @throws StorageUnavailableException when the store cannot be reached: never a miss
     */
    <V> Lookup<V> lookup(Namespace<V> type, String id);

    /** The keys of one type found among those ids, by id; empty where none is. See {@link #read}. */
    default <V> Map<String, V> get(Namespace<V> type, Collection<String> ids) {
        return read(new KeySelection().add(type, ids)).of(type);
    }

    /** One key, or empty where it is not. See {@link #read}. */
    <V> Optional<V> get(Namespace<V> type, String id);
}
