package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.Storage;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** A whole profile at once. */
public interface ClearContract extends StorageFixture {

    Namespace<String> FILES = Namespace.of("files", String.class);

    @Test
    @Scenario("S12")
    default void clearWipesEveryNamespaceOfThatProfileOnly() {
        ProfileId profile = Fresh.profile();
        ProfileId longer = new ProfileId(profile.value() + "0");
        for (ProfileId each : List.of(profile, longer)) {
            storage(each).put(Namespaces.CREDS, "self", Map.of("a", 1));
            storage(each).put(FILES, "k", "v");
        }

        storage(profile).clear();

        assertThat(storage(profile).get(Namespaces.CREDS, "self")).isEmpty();
        assertThat(storage(profile).get(FILES, "k")).isEmpty();
        assertThat(restante().profiles().list()).doesNotContain(profile).contains(longer);
        assertThat(storage(longer).get(Namespaces.CREDS, "self")).isPresent();
        assertThat(storage(longer).get(FILES, "k")).contains("v");
    }

    @Test
    @Scenario("S12")
    default void aProfileIsUsableAfterAClear() {
        Storage storage = freshStorage();
        storage.put(FILES, "old", "v");
        storage.clear();

        storage.put(FILES, "k", "new");

        assertThat(Pages.keys(storage, FILES)).containsExactly("k");
        assertThat(storage.get(FILES, "k")).contains("new");
    }

    @Test
    @Scenario("S12")
    default void clearingAnUnknownProfileIsFine() {
        ProfileId profile = Fresh.profile();

        storage(profile).clear();
        storage(profile).clear();

        assertThat(restante().profiles().list()).doesNotContain(profile);
    }

    @Test
    @Scenario({"S12", "S19"})
    default void clearAndWritesOfManyThreadsEndInOneWholeState() {
        Storage storage = freshStorage();
        Map<String, String> batch = IntStream.range(0, 10).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));

        Race.of(threads(), 8, racer -> {
            for (int i = 0; i < 20; i++) {
                if (racer % 2 == 0) {
                    storage.putAll(FILES, batch);
                } else {
                    storage.clear();
                }
            }
            return racer;
        });

        assertThat(storage.getAll(FILES, batch.keySet())).isIn(Map.of(), batch);
        storage.clear();
        assertThat(Pages.keys(storage, FILES)).isEmpty();
    }
}
