package org.restante.storage.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.Expected;
import org.restante.storage.KeyPage;
import org.restante.storage.Mutation;
import org.restante.storage.PageRequest;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StoredEntry;

/** Entries of text, written and read through the adapter. */
final class Entries {

    static final ProfileId PROFILE = new ProfileId("primary");
    static final Namespace<String> NOTES = Namespace.of("notes", String.class);

    private static final EntryCodec CODEC = new EntryCodec(PayloadCipher.none());

    private Entries() {}

    static EntryKey key(String key) {
        return NOTES.key(PROFILE, key);
    }

    static Mutation put(String key, String value) {
        return put(key(key), value, Expected.anything());
    }

    static Mutation put(EntryKey key, String value, Expected expected) {
        return new Mutation.Put(key, CODEC.encode(key, value), expected);
    }

    static Mutation delete(String key) {
        return new Mutation.Delete(key(key));
    }

    static Applied apply(StorageAdapter adapter, Mutation... mutations) {
        return adapter.apply(Arrays.asList(mutations));
    }

    static Optional<String> read(StorageAdapter adapter, String key) {
        return read(adapter, key(key));
    }

    static Optional<String> read(StorageAdapter adapter, EntryKey key) {
        return Optional.ofNullable(adapter.read(List.of(key)).get(key)).map(entry -> decode(key, entry));
    }

    static String decode(EntryKey key, StoredEntry entry) {
        return CODEC.decode(key, NOTES, entry.envelope());
    }

    /** All keys of the profile's notes, by pages of that size. */
    static List<String> keys(StorageAdapter adapter, ProfileId profile, int pageSize) {
        List<String> keys = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(pageSize));
        while (request.isPresent()) {
            KeyPage page = adapter.keys(profile, NOTES.name(), request.get());
            keys.addAll(page.keys());
            request = page.following();
        }
        return keys;
    }

    /** The names, from the root, of all files under it, but for the lock. */
    static List<String> files(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .filter(name -> !name.equals(Layout.LOCK))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
