package org.restante.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

@Scenario("S22")
class KeysetToolTest {

    private static final Pattern KEY_MATERIAL = Pattern.compile("\"value\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("keyset.json");
    }

    @Test
    void generateMakesAKeysetThatEncryptsAndNamesItsPrimaryKey() {
        Run generate = run("generate", file);

        assertThat(generate.err()).isEmpty();
        assertThat(generate.exitCode()).isZero();
        TinkCipher cipher = TinkCipher.fromKeyset(file);
        assertThat(generate.out()).contains(primary(cipher));
        assertThat(cipher.encrypt(new byte[32], new byte[0])).hasSizeGreaterThan(32);
    }

    @Test
    void generateRefusesToOverwriteAndLeavesTheFileAsItWas() throws IOException {
        run("generate", file);
        String before = Files.readString(file);

        assertRefused(run("generate", file), "exists already");

        assertThat(file).hasContent(before);
        assertOnlyTheKeysetIsInTheFolder();
    }

    @Test
    void aGeneratedFileIsReadableByItsOwnerOnly() throws IOException {
        assumePosix();
        run("generate", file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void addKeepsThePrimaryKeyUntilTheNewOneIsPromoted() {
        run("generate", file);
        String old = primary(TinkCipher.fromKeyset(file));

        Run add = run("add", file);

        String added = firstNumber(add.out());
        assertThat(primary(TinkCipher.fromKeyset(file))).isEqualTo(old).isNotEqualTo(added);
        assertThat(run("list", file).out().lines()).containsExactly(old + " ENABLED primary", added + " ENABLED");

        assertThat(run("promote", file, added).exitCode()).isZero();

        assertThat(primary(TinkCipher.fromKeyset(file))).isEqualTo(added);
        assertThat(run("list", file).out().lines()).containsExactly(old + " ENABLED", added + " ENABLED primary");
        assertOnlyTheKeysetIsInTheFolder();
    }

    @ParameterizedTest
    @MethodSource("otherAeadTypes")
    void aKeysetOfAnotherAeadTypeIsReadAndExtended(AeadParameters type) throws Exception {
        KeysetFile.create(
                file,
                KeysetHandle.newBuilder()
                        .setConfiguration(KeysetFile.AEAD)
                        .addEntry(KeysetHandle.generateEntryFromParameters(type)
                                .withRandomId()
                                .makePrimary())
                        .build());
        TinkCipher before = TinkCipher.fromKeyset(file);
        byte[] old = before.encrypt(new byte[32], new byte[0]);

        String added = firstNumber(run("add", file).out());
        run("promote", file, added);

        TinkCipher after = TinkCipher.fromKeyset(file);
        assertThat(primary(after)).isEqualTo(added);
        assertThat(after.decrypt(old, new byte[0], before.primaryKeyId().orElseThrow()))
                .isEqualTo(new byte[32]);
    }

    static Stream<AeadParameters> otherAeadTypes() {
        return Stream.of(
                PredefinedAeadParameters.XCHACHA20_POLY1305, PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE);
    }

    @Test
    void changesKeepThePermissionsSoThatTheServerCanStillReadTheFile() throws IOException {
        assumePosix();
        run("generate", file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        run("add", file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void changesFollowASymbolicLinkInsteadOfReplacingIt() throws IOException {
        run("generate", file);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        run("add", link);

        assertThat(link).isSymbolicLink();
        assertThat(run("list", file).out().lines()).hasSize(2);
    }

    @Test
    void keyMaterialIsNeverPrinted() throws IOException {
        Run generate = run("generate", file);
        Run add = run("add", file);
        Run promote = run("promote", file, firstNumber(add.out()));
        Run list = run("list", file);

        List<String> secrets = KEY_MATERIAL
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(secrets).hasSize(2);
        for (Run run : List.of(generate, add, promote, list)) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isNotEmpty().doesNotContain(secrets);
        }
    }

    @Test
    void aDisabledKeyIsListedAndNotPromoted() throws IOException {
        run("generate", file);
        String added = firstNumber(run("add", file).out());
        disable(added);

        assertThat(run("list", file).out().lines()).contains(added + " DISABLED");
        assertRefused(run("promote", file, added), "has no enabled key " + added);
    }

    @Test
    void aKeysetWhosePrimaryKeyWasDisabledIsRepairedByPromotingAnother() throws IOException {
        run("generate", file);
        String old = primary(TinkCipher.fromKeyset(file));
        String added = firstNumber(run("add", file).out());
        disable(old);

        assertThat(run("promote", file, added).exitCode()).isZero();

        assertThat(primary(TinkCipher.fromKeyset(file))).isEqualTo(added);
    }

    @Test
    void promotingAnUnknownKeyIsRefused() throws IOException {
        run("generate", file);
        String before = Files.readString(file);

        assertRefused(run("promote", file, "12"), "has no enabled key 12");

        assertThat(file).hasContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "list"})
    void aMissingFileIsRefused(String command) {
        assertRefused(run(command, file), file + " does not exist");
    }

    @Test
    void generateInAFolderThatIsNotThereIsRefused() {
        Path lost = folder.resolve("nowhere/keyset.json");

        assertRefused(run("generate", lost), lost + " cannot be created: its folder does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "generate", "add", "list", "promote keyset.json", "list keyset.json 1", "rotate keyset.json"
            })
    void anIncompleteOrUnknownCommandIsAnsweredWithTheUsage(String line) {
        assertRefused(run(line.isEmpty() ? List.of() : List.of(line.split(" ", -1))), "usage:");
    }

    private void disable(String keyId) throws IOException {
        String enabled = "\"status\":\"ENABLED\",\"keyId\":" + keyId;
        String before = Files.readString(file);
        assertThat(before).contains(enabled);
        Files.writeString(file, before.replace(enabled, enabled.replace("ENABLED", "DISABLED")));
    }

    private void assertOnlyTheKeysetIsInTheFolder() {
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !other.equals(file));
    }

    private static void assertRefused(Run run, String problem) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains(problem);
    }

    private static void assumePosix() {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    }

    private static String primary(TinkCipher cipher) {
        return Integer.toUnsignedString(cipher.primaryKeyId().orElseThrow());
    }

    private static String firstNumber(String text) {
        Matcher number = Pattern.compile("\\d+").matcher(text);
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static Run run(Object... args) {
        return run(Stream.of(args).map(Object::toString).toList());
    }

    private static Run run(List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = KeysetTool.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Run(int exitCode, String out, String err) {}
}
