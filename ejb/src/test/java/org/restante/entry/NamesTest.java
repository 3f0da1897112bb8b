package org.restante.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

class NamesTest {

    private static final ProfileId PROFILE = new ProfileId("p");

    @Test
    @Scenario("S6")
    void namesOfTheGreatestLengthAreTaken() {
        for (String character : List.of("x", "é", "中", "😀")) {
            assertThat(new ProfileId(character.repeat(64)).value()).isEqualTo(character.repeat(64));
            assertThat(Namespace.of(character.repeat(64), String.class).name()).isEqualTo(character.repeat(64));
            assertThat(new EntryKey(PROFILE, "n", character.repeat(512)).key()).isEqualTo(character.repeat(512));
        }
    }

    @Test
    @Scenario({"S6", "S7"})
    void oneCharacterMoreIsRefusedAndTheLimitIsTold() {
        for (String character : List.of("x", "é", "中", "😀")) {
            assertRefused(
                    "profile must have at most 64 characters, but has 65", () -> new ProfileId(character.repeat(65)));
            assertRefused(
                    "namespace must have at most 64 characters, but has 65",
                    () -> Namespace.of(character.repeat(65), String.class));
            assertRefused(
                    "namespace must have at most 64 characters, but has 65",
                    () -> new EntryKey(PROFILE, character.repeat(65), "k"));
            assertRefused(
                    "key must have at most 512 characters, but has 513",
                    () -> new EntryKey(PROFILE, "n", character.repeat(513)));
        }
    }

    @Test
    @Scenario("S6")
    void everyControlCharacterInAProfileIsRefused() {
        IntStream.concat(IntStream.rangeClosed(0, 0x1f), IntStream.rangeClosed(0x7f, 0x9f))
                .forEach(c -> assertThatExceptionOfType(InvalidInputException.class)
                        .as("U+%04x", c)
                        .isThrownBy(() -> new ProfileId("a" + Character.toString(c))));
    }

    @Test
    @Scenario("S6")
    void dotsAreRefusedOnlyWhereTheyAreTheWholeProfile() {
        assertRefused("profile must not be '.' or '..'", () -> new ProfileId("."));
        assertRefused("profile must not be '.' or '..'", () -> new ProfileId(".."));
        assertThat(List.of(new ProfileId("..."), new ProfileId("a.."), new ProfileId(".a")))
                .extracting(ProfileId::value)
                .containsExactly("...", "a..", ".a");
    }

    @Test
    @Scenario("S7")
    void namesAreTakenVerbatim() {
        assertThat(new ProfileId(" a ")).isNotEqualTo(new ProfileId("a")).hasToString(" a ");
        assertThat(new ProfileId("é")).isNotEqualTo(new ProfileId("e\u0301"));
        assertThat(new EntryKey(PROFILE, "n", "A")).isNotEqualTo(new EntryKey(PROFILE, "n", "a"));
        assertThat(new EntryKey(PROFILE, "n", "a")).isNotEqualTo(new EntryKey(PROFILE, "N", "a"));
    }

    @Test
    void nullIsRefusedAsEmpty() {
        assertRefused("profile must not be empty", () -> new ProfileId(nothing()));
        assertRefused("key must not be empty", () -> Namespaces.SESSION.key(PROFILE, nothing()));
        assertRefused("key must be 'self' in the namespace creds", () -> Namespaces.CREDS.key(PROFILE, nothing()));
    }

    @Test
    void keysAreInTheOrderOfProfileThenNamespaceThenKey() {
        List<EntryKey> ordered = List.of(
                new EntryKey(new ProfileId("a"), "z", "z"),
                new EntryKey(new ProfileId("b"), "a", "z"),
                new EntryKey(new ProfileId("b"), "b", "a"),
                new EntryKey(new ProfileId("b"), "b", "b"));

        assertThat(ordered).isSorted();
        assertThat(ordered.get(1)).isEqualByComparingTo(new EntryKey(new ProfileId("b"), "a", "z"));
    }

    @Test
    @Scenario({"S8", "S10"})
    void aNamespaceKeepsWhatItIsWhenItsTypeChanges() {
        Namespace<String> creds = Namespaces.CREDS.as(String.class);

        assertThat(creds.isCritical()).isTrue();
        assertThat(creds.valueType()).isEqualTo(String.class);
        assertRefused("key must be 'self' in the namespace creds", () -> creds.key(PROFILE, "other"));
        assertThat(Namespace.of("n", String.class).single("k").critical().isCritical())
                .isTrue();
        assertRefused(
                "key must be 'k' in the namespace n",
                () -> Namespace.of("n", String.class).single("k").critical().key(PROFILE, "other"));
    }

    @Test
    @Scenario("S10")
    void theNamespacesByWhichOthersAreTrustedAreCritical() {
        assertThat(Namespaces.named("creds", Map.class).isCritical()).isTrue();
        assertThat(Namespaces.named("identity-key", String.class).isCritical()).isTrue();
        assertThat(Namespaces.named("session", String.class).isCritical()).isFalse();
        assertThat(Namespaces.named("my own", String.class).name()).isEqualTo("my own");
    }

    @SuppressWarnings("NullAway") // what a caller without null checks may do
    private static String nothing() {
        return null;
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(call).withMessage(message);
    }
}
