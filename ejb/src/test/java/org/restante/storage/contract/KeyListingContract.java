package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.entry.Namespace;
import org.restante.storage.KeyPage;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Keys page by page. */
public interface KeyListingContract extends StorageFixture {

    Namespace<Integer> MANY = Namespace.of("many", Integer.class);

    @Test
    @Scenario("S14")
    default void aNamespaceWithoutEntriesHasNoKeys() {
        Storage storage = freshStorage();
        storage.put(Namespace.of("man", String.class), "k", "v");
        storage.put(Namespace.of("many2", String.class), "k", "v");

        assertThat(storage.keys(MANY, PageRequest.first(10))).isEqualTo(new KeyPage(List.of(), null));
    }

    @Test
    @Scenario("S14")
    default void theLastPageSaysSo() {
        Storage storage = freshStorage();
        storage.putAll(MANY, numbered("k", 0, 4));

        KeyPage first = storage.keys(MANY, PageRequest.first(2));
        KeyPage second = storage.keys(MANY, first.following().orElseThrow());

        assertThat(first.keys()).hasSize(2);
        assertThat(second.keys()).hasSize(2).doesNotContainAnyElementsOf(first.keys());
        assertThat(second.following()).isEmpty();
        assertThat(storage.keys(MANY, PageRequest.first(4)).following()).isEmpty();
    }

    @Test
    @Scenario("S14")
    default void pagingGoesOnAfterAKeyThatWasDeletedMeanwhile() {
        Storage storage = freshStorage();
        storage.putAll(MANY, numbered("k", 0, 6));
        KeyPage first = storage.keys(MANY, PageRequest.first(3));

        first.keys().forEach(key -> storage.delete(MANY, key));

        assertThat(storage.keys(MANY, first.following().orElseThrow()).keys())
                .hasSize(3)
                .doesNotContainAnyElementsOf(first.keys());
    }

    @Test
    @Scenario("S14")
    default void pagingTenThousandKeysLosesNoneAndRepeatsNoneWhileOthersWrite() {
        Storage storage = freshStorage();
        for (int i = 0; i < 10_000; i += 1000) {
            storage.putAll(MANY, numbered("stable-", i, 1000));
        }
        AtomicBoolean listed = new AtomicBoolean();

        List<List<String>> listings = Race.of(threads(), 3, racer -> {
            if (racer > 0) {
                disturb(storage, racer, listed);
                return List.of();
            }
            try {
                return Pages.keys(storage, MANY, 250);
            } finally {
                listed.set(true);
            }
        });

        assertThat(listings.get(0)).doesNotHaveDuplicates();
        assertThat(listings.get(0).stream().filter(key -> key.startsWith("stable-")))
                .hasSize(10_000);
    }

    /** Adds, removes and overwrites keys between the stable ones until the listing is done. */
    private static void disturb(Storage storage, int racer, AtomicBoolean listed) {
        for (int i = 0; !listed.get(); i = (i + 37) % 10_000) {
            String passing = "stable" + i + "-" + racer;
            storage.put(MANY, passing, i);
            storage.put(MANY, "stable-" + i, -i);
            storage.delete(MANY, passing);
            storage.put(MANY, "added" + racer + i, i);
        }
    }

    private static Map<String, Integer> numbered(String prefix, int from, int count) {
        return IntStream.range(from, from + count).boxed().collect(Collectors.toMap(i -> prefix + i, i -> i));
    }
}
