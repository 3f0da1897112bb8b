package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Storage;
import org.restante.testing.Scenario;

/** Names are compared exactly and kept whole. */
public interface ExactKeysContract extends StorageFixture {

    Namespace<String> CARDS = Namespace.of("cards", String.class);
    String LONGEST_KEY = "😀".repeat(EntryKey.MAX_LENGTH);

    /** Names that stores, file systems, collations and patterns are known to take for one another. */
    List<String> LOOKALIKES = List.of(
            "a", "A", "a ", " a", "a\t", "a\u00a0", "a.", "á", "a\u0301", "é", "e\u0301", "ß", "ss", "SS", "ſ", "i",
            "I", "İ", "ı", "ﬁ", "fi", "K", "\u212a", "Å", "\u212b", "😀", "😁", "a\u200d", "中", "con", "CON", "nul",
            "aux.txt");

    /** Keys and namespaces may hold these too. */
    List<String> SIGNS = List.of(
            ":", ".", "..", "_", "__", "%", "%%", "%41", "/", "a/b", "a//b", "../a", "/a", "\\", "a\\b", "*", "?", "'",
            "\"", "`", "$1", ":a", "~", "#", "\n", "\r\n", "\1", "\u007f", "\uFFFD", "\uFFFF", "-", "null", "self",
            " ");

    @Test
    @Scenario("S7")
    default void keysThatLookAlikeAreApart() {
        Storage storage = freshStorage();
        List<String> keys = both();

        keys.forEach(key -> storage.put(CARDS, key, "value of " + key));

        keys.forEach(key -> assertThat(storage.get(CARDS, key)).contains("value of " + key));
        assertThat(Pages.keys(storage, CARDS)).containsExactlyInAnyOrderElementsOf(keys);
        storage.delete(CARDS, "a");
        storage.delete(CARDS, "%");
        storage.delete(CARDS, "..");
        assertThat(Pages.keys(storage, CARDS)).hasSize(keys.size() - 3).doesNotContain("a", "%", "..");
    }

    @Test
    @Scenario({"S7", "S14"})
    default void batchesAndPagesOfAnySizeKeepLookalikesApart() {
        Storage storage = freshStorage();
        Map<String, String> values = both().stream().collect(Collectors.toMap(Function.identity(), key -> "=" + key));

        storage.putAll(CARDS, values);

        assertThat(storage.getAll(CARDS, values.keySet())).isEqualTo(values);
        List<String> inOrder = Pages.keys(storage, CARDS);
        for (int limit : new int[] {1, 2, 7, inOrder.size(), inOrder.size() + 1}) {
            assertThat(Pages.keys(storage, CARDS, limit)).isEqualTo(inOrder);
        }
    }

    @Test
    @Scenario({"S5", "S7"})
    default void namespacesThatLookAlikeAreApart() {
        Storage storage = freshStorage();
        List<Namespace<String>> namespaces =
                both().stream().map(name -> Namespace.of(name, String.class)).toList();

        namespaces.forEach(namespace -> storage.put(namespace, "k", "in " + namespace));

        for (Namespace<String> namespace : namespaces) {
            assertThat(storage.get(namespace, "k")).contains("in " + namespace);
            assertThat(Pages.keys(storage, namespace)).containsExactly("k");
        }
    }

    @Test
    @Scenario({"S5", "S7", "S12"})
    default void profilesThatLookAlikeAreApart() {
        String prefix = Fresh.profile().value();
        List<ProfileId> profiles = Stream.concat(LOOKALIKES.stream(), Stream.of("_", "%", "", "*", "'"))
                .filter(name -> !name.contains("	"))
                .map(name -> new ProfileId(prefix + name))
                .toList();
        profiles.forEach(profile -> storage(profile).put(CARDS, "k", "of " + profile));

        profiles.forEach(profile -> assertThat(storage(profile).get(CARDS, "k")).contains("of " + profile));
        assertThat(restante().profiles().list()).containsAll(profiles).doesNotHaveDuplicates();

        List<ProfileId> kept = new ArrayList<>(profiles);
        for (ProfileId profile : profiles) {
            storage(profile).clear();
            kept.remove(profile);
            assertThat(restante().profiles().list()).doesNotContain(profile).containsAll(kept);
        }
    }

    @Test
    @Scenario("S7")
    default void theLongestNamesAreKeptWhole() {
        ProfileId profile = Fresh.longestProfile();
        Namespace<String> namespace = Namespace.of("🙂".repeat(Namespace.MAX_LENGTH), String.class);
        String other = LONGEST_KEY.substring(0, LONGEST_KEY.length() - 2) + "😁";
        Storage storage = storage(profile);

        storage.put(namespace, LONGEST_KEY, "first");
        storage.putAll(namespace, Map.of(LONGEST_KEY, "second", other, "other", "x".repeat(512), "ascii"));

        assertThat(storage.get(namespace, LONGEST_KEY)).contains("second");
        assertThat(storage.get(namespace, other)).contains("other");
        assertThat(Pages.keys(storage, namespace, 1)).containsExactlyInAnyOrder(LONGEST_KEY, other, "x".repeat(512));
        assertThat(restante().profiles().list()).contains(profile);
        storage.delete(namespace, other);
        assertThat(storage.get(namespace, other)).isEmpty();
        storage.clear();
        assertThat(storage.get(namespace, LONGEST_KEY)).isEmpty();
    }

    private static List<String> both() {
        return Stream.concat(LOOKALIKES.stream(), SIGNS.stream()).toList();
    }
}
