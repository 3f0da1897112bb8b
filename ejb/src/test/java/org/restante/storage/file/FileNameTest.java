package org.restante.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

@Scenario("S24")
class FileNameTest {

    private static final List<String> ALIKE = Stream.of(
                    Stream.of("a", "A", "a ", " a", "a.", ".a", "a%", "a%2e", "A%2E", "a_", "a-", "a:", "a/", "a\\"),
                    Stream.of("é", "e\u0301", "É", "ß", "ẞ", "ss", "ı", "i", "İ", "I", "K", "k", "\u212a"),
                    Stream.of("ﬁ", "fi", "Ω", "\u2126", "n-a", "h-a", "😀", "😁", "\t", "\n"),
                    Stream.of("x".repeat(199), "x".repeat(200), "x".repeat(201), "X".repeat(201), "X".repeat(512)),
                    Stream.of("é".repeat(512), "e\u0301".repeat(256), "😀".repeat(512), "😀".repeat(511) + "😁"))
            .flatMap(names -> names)
            .toList();

    @Test
    void noTwoNamesShareAFileWhereCaseAndUnicodeFormsAreOne() {
        assertThat(ALIKE.stream().map(FileName::of).map(FileNameTest::asLenientFileSystemsSeeIt))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyNameIsOneComponentOfPlainCharactersWithinTheLimit() {
        assertThat(ALIKE)
                .allSatisfy(name -> assertThat(FileName.of(name))
                        .matches("[nh]-[a-z0-9_%-]+")
                        .satisfies(fileName -> assertThat(fileName.getBytes(StandardCharsets.UTF_8))
                                .hasSizeLessThanOrEqualTo(255)));
    }

    @Test
    void aShortNameIsReadBackFromTheFileName() {
        assertThat(ALIKE)
                .filteredOn(name -> name.length() < 60)
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(FileName.whole(FileName.of(name))).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "nul.txt", "com1", "lpt9", "aux", "..", ".", "prn"})
    void namesThatSystemsReserveAreHidden(String reserved) {
        assertThat(FileName.of(reserved)).startsWith("n-").doesNotContain(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "self", "n-Self", "n-a.b", "n-%", "n-%zz", "n-%2E", "n-a b", "n-%61", "n-self~", ".tmp-1"})
    void aForeignFileNameIsNotOurs(String foreign) {
        assertThat(FileName.isOne(foreign)).isFalse();
    }

    private static String asLenientFileSystemsSeeIt(String name) {
        return Normalizer.normalize(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }
}
