package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.storage.file.Entries.NOTES;
import static org.restante.storage.file.Entries.PROFILE;
import static org.restante.storage.file.Entries.apply;
import static org.restante.storage.file.Entries.put;
import static org.restante.storage.file.Entries.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.storage.PageRequest;
import org.restante.testing.Scenario;

/** Names that are legal here and that file systems treat in their own way. */
class ExactNamesTest {

    private static final List<String> HOSTILE = List.of(
            "con",
            "NUL",
            "com1.txt",
            "a",
            "A",
            "a ",
            "a.",
            "...",
            "..a",
            "~",
            "C:",
            "é",
            "e\u0301",
            "*?<>|\"",
            "%2e",
            "-rf",
            "$(id)",
            "😀",
            "😀".repeat(64),
            "Ж".repeat(64),
            "ж".repeat(64));

    @TempDir
    Path folder;

    private Path root;
    private FileStorageAdapter adapter;

    @BeforeEach
    void open() {
        root = folder.resolve("root");
        adapter = FileStorageAdapter.open(root, InstantSource.system());
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Test
    @Scenario({"S6", "S7", "S24"})
    void profilesNamespacesAndKeysOfAnyLegalNameAreApartAndUnderTheRoot() throws IOException {
        List<EntryKey> keys = HOSTILE.stream()
                .flatMap(name -> Stream.of(
                        new EntryKey(new ProfileId(name), NOTES.name(), "key"),
                        new EntryKey(PROFILE, NOTES.name(), name),
                        new EntryKey(PROFILE, name, "key")))
                .toList();
        for (EntryKey key : keys) {
            apply(adapter, put(key, "of " + key, Expected.absent()));
        }

        assertThat(keys).allSatisfy(key -> assertThat(read(adapter, key)).contains("of " + key));
        assertThat(adapter.profiles())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(HOSTILE.stream().map(ProfileId::new), Stream.of(PROFILE))
                                .toList());
        assertThat(Entries.keys(adapter, PROFILE, 4)).containsExactlyInAnyOrderElementsOf(HOSTILE);
        try (Stream<Path> outside = Files.list(folder)) {
            assertThat(outside).containsExactly(root);
        }
    }

    @Test
    @Scenario("S6")
    void askingCreatesNothing() {
        ProfileId unknown = new ProfileId("unknown");
        EntryKey key = NOTES.key(unknown, "key");

        assertThat(adapter.read(List.of(key))).isEmpty();
        assertThat(adapter.keys(unknown, NOTES.name(), PageRequest.first(1)).keys())
                .isEmpty();
        assertThat(adapter.profiles()).isEmpty();
        adapter.clear(unknown);
        adapter.apply(List.of(new Mutation.Delete(key)));
        adapter.apply(List.of(put(key, "refused", Expected.present())));

        assertThat(root).isDirectoryNotContaining("glob:[!.]*").isDirectoryNotContaining("glob:.[!l]*");
    }

    @Test
    @Scenario("S7")
    void theLongestKeysAreListedInPagesWithTheOthers() {
        List<String> keys = List.of(
                "😀".repeat(512), "😀".repeat(511) + "😁", "x".repeat(512), "X".repeat(512), "short", "é".repeat(512));
        keys.forEach(key -> apply(adapter, put(key, key)));

        assertThat(Entries.keys(adapter, PROFILE, 1))
                .containsExactlyInAnyOrderElementsOf(keys)
                .isEqualTo(Entries.keys(adapter, PROFILE, 100));
        assertThat(keys).allSatisfy(key -> assertThat(read(adapter, key)).contains(key));
    }

    @Test
    @Scenario("S13")
    void anEmptyFolderIsNoProfile() {
        apply(adapter, put("key", "value"));
        apply(adapter, Entries.delete("key"));

        assertThat(root.resolve("n-primary")).isDirectory();
        assertThat(adapter.profiles()).isEmpty();
    }

    @Test
    @Scenario("S24")
    void foreignFilesAreNeitherEntriesNorProfilesNorTouched() throws IOException {
        apply(adapter, put("key", "value"));
        Path notes = root.resolve("n-primary").resolve("n-notes");
        List<Path> foreign = List.of(
                root.resolve(".DS_Store"),
                root.resolve("lost+found"),
                notes.resolve("n-key.bak"),
                notes.resolve("Thumbs.db"));
        for (Path file : foreign) {
            Files.writeString(file, "foreign");
        }
        close();
        open();

        assertThat(Entries.keys(adapter, PROFILE, 10)).containsExactly("key");
        assertThat(adapter.profiles()).containsExactly(PROFILE);
        assertThat(foreign).allSatisfy(file -> assertThat(file).hasContent("foreign"));
    }
}
