package org.restante.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/**
 * What keeps the bytes: five verbs and a snapshot, each with the profile in its arguments. An application's own adapter is a CDI bean of
 * this type with a {@code @Named} that the setting {@code restante.storage.adapter} gives. Implementations are thread-safe,
 * keep nothing of the arrays they are given and give out none that they keep.
 */
public interface StorageAdapter extends EntryReader, AutoCloseable {

    /** The name by which messages call this adapter. */
    String name();

    /**
     * Reads entries of one profile or of many.
     *
     * @return those that are there
     * @throws StorageUnavailableException when the store cannot be reached: never a miss
     */
    @Override
    Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys);

    /**
     * Does all mutations or none; also a crash leaves all or none. Readers see all or none of them.
     *
     * @param mutations at most one for each key
     * @return never a partial result
     * @throws StorageUnavailableException when the store cannot be reached; then nothing is changed, or, when the
     *     connection broke during the commit, everything or nothing
     */
    Applied apply(List<Mutation> mutations);

    /**
     * A page of the keys of a namespace, in a fixed order, that holds no more than this page in memory.
     *
     * @throws UnsupportedOperationException naming the adapter and the operation, when it has no listing
     */
    default KeyPage keys(ProfileId profile, String namespace, PageRequest page) {
        throw unsupported("keys");
    }

    /**
     * The namespaces in which a profile holds entries, by their names.
     *
     * @param most how far the entries of each are counted
     * @throws UnsupportedOperationException naming the adapter and the operation, when it has no such listing
     */
    default List<NamespaceCount> namespaces(ProfileId profile, int most) {
        throw unsupported("namespaces");
    }

    /**
     * A page of the entries of a namespace without their payloads. Unless overridden, all keys are gone through, and those of
     * the page are read whole.
     *
     * @throws UnsupportedOperationException naming the adapter and the operation, when it has no listing
     */
    default EntryPage entries(EntryPage.Query query) {
        return new EntryScan(this, query).page();
    }

    /**
     * All profiles that hold data, in a fixed order, without reading their entries.
     *
     * @throws UnsupportedOperationException naming the adapter and the operation, when it has no listing
     */
    default List<ProfileId> profiles() {
        throw unsupported("profiles");
    }

    /**
     * Removes every entry of that profile and nothing else.
     *
     * @throws UnsupportedOperationException naming the adapter and the operation, when it cannot
     */
    default void clear(ProfileId profile) {
        throw unsupported("clear");
    }

    /**
     * Removes every entry of that profile but those in the kept namespaces, and then does the mutations: one change, all or
     * nothing, as {@link #apply} is.
     *
     * @throws UnsupportedOperationException naming the adapter and the operation, when it cannot
     */
    default Applied clear(ProfileId profile, Set<String> kept, List<Mutation> then) {
        throw unsupported("clear");
    }

    /**
     * Runs work that reads one moment's state of that profile, however often it reads.
     *
     * <p>Unless overridden, each read checks that what was read before is still the same, and throws {@link
     * MovedOnException} when it is not, after which the work can be run again.
     *
     * @param work is given what reads, valid until it returns
     */
    default <T> T snapshot(ProfileId profile, Function<EntryReader, T> work) {
        return work.apply(new CheckedReader(this));
    }

    /** Lets go of what the adapter holds open; nothing by default. */
    @Override
    default void close() {}

    private UnsupportedOperationException unsupported(String operation) {
        return new UnsupportedOperationException(
                "the storage adapter '" + name() + "' has no operation '" + operation + "'");
    }
}
