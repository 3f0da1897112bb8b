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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.AdapterStorage;
import org.restante.storage.Applied;
import org.restante.storage.EntryValues;
import org.restante.storage.Expected;
import org.restante.storage.Lookup;
import org.restante.testing.Scenario;

@Scenario("S9")
class DamagedFileTest {

    private static final String LONG_KEY = "Ж".repeat(512);

    @TempDir
    Path root;

    private FileStorageAdapter adapter;

    @BeforeEach
    void open() {
        adapter = FileStorageAdapter.open(root, InstantSource.system());
        apply(adapter, put("key", "value"), put(LONG_KEY, "value"));
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Test
    void aFileCutAnywhereIsAnUnreadableEntry() throws IOException {
        byte[] whole = Files.readAllBytes(file("key"));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file("key"), Arrays.copyOf(whole, length));

            assertThat(lookup("key")).as("cut to %s bytes", length).isInstanceOf(Lookup.Unreadable.class);
            assertThat(Entries.keys(adapter, PROFILE, 10)).contains("key");
        }
    }

    @Test
    void aFileWithAnyByteChangedIsAnUnreadableEntry() throws IOException {
        byte[] whole = Files.readAllBytes(file("key"));
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(file("key"), damaged);

            assertThat(lookup("key")).as("byte %s changed", at).isInstanceOf(Lookup.Unreadable.class);
            assertThat(Entries.keys(adapter, PROFILE, 10)).contains("key");
        }
    }

    @Test
    void aLongKeyIsListedAsLongAsItsOwnBytesAreWhole() throws IOException {
        byte[] whole = Files.readAllBytes(file(LONG_KEY));
        Files.write(file(LONG_KEY), Arrays.copyOf(whole, whole.length - 40));

        assertThat(lookup(LONG_KEY)).isInstanceOf(Lookup.Unreadable.class);
        assertThat(Entries.keys(adapter, PROFILE, 1)).containsExactlyInAnyOrder("key", LONG_KEY);
    }

    @Test
    void aLongKeyWhoseOwnBytesAreLostIsReadAsUnreadableAndListingGoesOn() throws IOException {
        Files.write(file(LONG_KEY), new byte[0]);

        assertThat(lookup(LONG_KEY)).isInstanceOf(Lookup.Unreadable.class);
        assertThat(Entries.keys(adapter, PROFILE, 1)).containsExactly("key");
    }

    @Test
    void aProfileOfLongNameIsFoundByItsFirstWholeEntry() throws IOException {
        ProfileId profile = new ProfileId("Ж".repeat(64));
        for (String key : List.of("a", "b", "c")) {
            apply(adapter, put(NOTES.key(profile, key), "value", Expected.anything()));
        }
        Layout layout = new Layout(root);
        Files.write(layout.entry(NOTES.key(profile, "a")), new byte[0]);
        Files.write(layout.entry(NOTES.key(profile, "c")), new byte[0]);

        assertThat(adapter.profiles()).containsExactlyInAnyOrder(PROFILE, profile);
    }

    @Test
    void aFileThatBelongsElsewhereIsUnreadable() throws IOException {
        Files.copy(file("key"), file("other"));

        assertThat(lookup("other")).isInstanceOf(Lookup.Unreadable.class);
        assertThat(lookup("key")).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void itIsOverwrittenWithALaterVersion() throws IOException {
        Files.write(file("key"), new byte[] {1, 2, 3});
        long damaged = ((Lookup.Unreadable<String>) lookup("key")).version();

        apply(adapter, put("key", "again"));

        assertThat(((Lookup.Found<String>) lookup("key")).version()).isGreaterThan(damaged);
        assertThat(read(adapter, "key")).contains("again");
    }

    @Test
    void itIsReplacedUnderTheConditionOfItsVersion() throws IOException {
        Files.write(file("key"), new byte[0]);
        long damaged = ((Lookup.Unreadable<String>) lookup("key")).version();
        EntryKey key = Entries.key("key");

        assertThat(apply(adapter, put(key, "wrong", Expected.version(damaged + 1))))
                .isInstanceOf(Applied.Refused.class);
        assertThat(apply(adapter, put(key, "right", Expected.version(damaged)))).isInstanceOf(Applied.Done.class);
        assertThat(read(adapter, "key")).contains("right");
    }

    @Test
    void itIsDeleted() throws IOException {
        Files.write(file("key"), new byte[0]);

        apply(adapter, Entries.delete("key"));

        assertThat(lookup("key")).isInstanceOf(Lookup.Absent.class);
        assertThat(file("key")).doesNotExist();
    }

    private Path file(String key) {
        return new Layout(root).entry(Entries.key(key));
    }

    private Lookup<String> lookup(String key) {
        return new AdapterStorage(
                        PROFILE, adapter, new EntryValues(new EntryCodec(PayloadCipher.none()), unreadable -> {}))
                .lookup(NOTES, key);
    }
}
