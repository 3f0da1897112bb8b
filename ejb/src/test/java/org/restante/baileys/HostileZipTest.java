package org.restante.baileys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;

/** Whatever is sent for a zip: it is refused whole, and the caller is told that it is the zip. */
class HostileZipTest {

    private final ImportedProfile profile = new ImportedProfile();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../creds.json",
                "auth/../../creds.json",
                "/etc/creds.json",
                "C:\\creds.json",
                "C:creds.json",
                "c:/creds.json",
                "..\\creds.json",
                "auth\\creds.json",
                "\\creds.json",
                "..",
                "../",
                "auth/..",
                "a//creds.json",
                "./creds.json",
                "/",
                ""
            })
    void aPathThatLeavesItIsRefused(String path) {
        assertRefused(AuthFolder.minimal().with(path, "{}").zipped(), "holds a path that leaves it");
    }

    @Test
    void whatIsNotAZipIsRefused() {
        assertRefused(new byte[0], "is not a zip");
        assertRefused("{\"creds\":{}}".getBytes(StandardCharsets.UTF_8), "is not a zip");
        assertRefused("PK".getBytes(StandardCharsets.UTF_8), "is not a zip");
    }

    @Test
    void aZipCutAnywhereIsRefused() {
        byte[] zip = smallZip();
        for (int length = 0; length < zip.length; length++) {
            assertRefused(Arrays.copyOf(zip, length), "is not a zip");
        }
    }

    @Test
    void twoFilesOfOneNameAreRefused() {
        byte[] zip = AuthFolder.minimal()
                .with("session-1.0.json", "{}")
                .with("session-2.0.json", "{}")
                .zipped();

        assertRefused(replaced(zip, "session-2.0.json", "session-1.0.json"), "holds two files of one name");
    }

    @Test
    void anEncryptedFileIsRefused() {
        byte[] zip = smallZip();
        zip[6] |= 1;

        assertRefused(zip, "is not a zip, or a broken one");
    }

    @Test
    void aWrongChecksumIsRefused() {
        byte[] zip = smallZip();
        int descriptor = indexOf(zip, new byte[] {'P', 'K', 7, 8});
        zip[descriptor + 4] ^= 1;

        assertRefused(zip, "is not a zip, or a broken one");
    }

    @Test
    void aFileThatOnlyTheDirectoryKnowsIsNotOverlooked() {
        byte[] zip = smallZip();
        int end = zip.length - 22;
        zip[end + 10]++;

        assertRefused(zip, "cut short");
    }

    @Test
    void aNameThatIsNotUtf8IsRefused() {
        byte[] zip = replaced(AuthFolder.minimal().with("session-\u00e9", "{}").zipped(), "\u00e9", "\u00e9");
        for (int at = indexOf(zip, new byte[] {(byte) 0xc3, (byte) 0xa9}); at >= 0; ) {
            zip[at + 1] = 'x';
            at = indexOf(zip, new byte[] {(byte) 0xc3, (byte) 0xa9});
        }

        assertRefused(zip, "is not a zip, or a broken one");
    }

    @Test
    void tooManyFilesAreRefused() {
        ImportedProfile strict = limited(new FolderLimits(2, 1000, 1000, 1000));

        strict.imported(AuthFolder.minimal().with("session-1.0.json", "{}"));
        assertRefused(
                limited(new FolderLimits(1, 1000, 1000, 1000)),
                AuthFolder.minimal().with("session-1.0.json", "{}").zipped(),
                "holds more than 1 files");
        assertRefused(
                limited(new FolderLimits(1, 1000, 1000, 1000)),
                AuthFolder.minimal().in("auth").zipped(),
                "holds more than 1 files");
    }

    @Test
    void aLargeFileIsRefused() {
        AuthFolder folder = AuthFolder.minimal().with("session-1.0.json", "\"" + "a".repeat(98) + "\"");

        limited(new FolderLimits(10, 100, 1000, 1000)).imported(folder);
        assertRefused(limited(new FolderLimits(10, 99, 1000, 1000)), folder.zipped(), "a file of more than 99 bytes");
    }

    @Test
    void aLargeFolderIsRefused() {
        AuthFolder folder = new AuthFolder().with("creds.json", "{}").with("session-1.0.json", "[1,2]");

        limited(new FolderLimits(10, 1000, 7, 1000)).imported(folder);
        assertRefused(limited(new FolderLimits(10, 1000, 6, 1000)), folder.zipped(), "more than 6 bytes");
    }

    @Test
    void aBombIsRefusedAlsoWhereNobodyWouldLook() {
        byte[] nothing = new byte[10 << 20];

        assertRefused(AuthFolder.minimal().with("session-1.0.json", nothing).zipped(), "100 times its size");
        assertRefused(AuthFolder.minimal().with("__MACOSX/bomb", nothing).zipped(), "100 times its size");
    }

    @Test
    void aZipOfMoreFilesThanItsOldHeaderCountsIsRead() {
        AuthFolder folder = AuthFolder.minimal();
        for (int i = 0; i < 70_000; i++) {
            folder.with("pre-key-" + i + ".json", "{}");
        }

        assertThat(profile.imported(folder).imported()).isEqualTo(70_001);
    }

    @Test
    void aZipWithACommentIsRead() {
        byte[] zip = Arrays.copyOf(smallZip(), smallZip().length + 3);
        zip[zip.length - 5] = 3;

        assertThat(profile.zip(zip)).isInstanceOf(ImportOutcome.Imported.class);
    }

    @Test
    void randomDamageIsRefusedOrReportedAndNeverHalfImported() {
        Random random = new Random(11);
        byte[] zip = AuthFolder.real().zipped();
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = zip.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                // mostly in headers, where the reader believes what it finds
                int at = random.nextBoolean() ? random.nextInt(60) : random.nextInt(damaged.length);
                damaged[at] = (byte) random.nextInt(256);
            }
            ImportedProfile target = new ImportedProfile();
            try {
                if (target.zip(damaged) instanceof ImportOutcome.Imported) {
                    continue;
                }
            } catch (InvalidInputException e) {
                assertThat(e.field()).isEqualTo("zip");
                refused++;
            }
            assertThat(target.isEmpty()).isTrue();
        }
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void aStreamThatFailsIsNotTakenForABadZip() throws IOException {
        InputStream failing = InputStream.nullInputStream();
        failing.close();

        assertThatThrownBy(() -> profile.folders().importZip(profile.storage(), failing, WhenUnreadable.SKIP))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("Stream closed");
    }

    private static byte[] smallZip() {
        return AuthFolder.minimal().with("session-1.0.json", "{}").zipped();
    }

    private static ImportedProfile limited(FolderLimits limits) {
        return new ImportedProfile(new BaileysFolders(limits));
    }

    private void assertRefused(byte[] zip, String problem) {
        assertRefused(profile, zip, problem);
    }

    private static void assertRefused(ImportedProfile profile, byte[] zip, String problem) {
        assertThatThrownBy(() -> profile.zip(zip, WhenUnreadable.SKIP))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("zip"))
                .hasMessageContaining(problem);
        assertThat(profile.isEmpty()).isTrue();
    }

    /** The zip with one name instead of another of the same length. */
    private static byte[] replaced(byte[] zip, String name, String by) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(name, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
