package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.codec.Content;
import org.restante.codec.HeaderGlance;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.EntryPage;
import org.restante.storage.EntrySummary;
import org.restante.storage.NamespaceCount;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;

/** What a profile holds, as people see it. */
public interface HoldingsContract extends StorageFixture {

    Namespace<Integer> FEW = Namespace.of("few", Integer.class);
    Namespace<Integer> PLENTY = Namespace.of("plenty", Integer.class);
    Namespace<Content> FILES = Namespace.of("files", Content.class);

    @Test
    default void eachNamespaceIsCountedNoFurtherThanAskedFor() {
        ProfileId profile = Fresh.profile();
        storage(profile).putAll(FEW, numbered("k", 2));
        storage(profile).putAll(PLENTY, numbered("k", 20));
        freshStorage().put(FEW, "another's", 1);

        assertThat(adapter().namespaces(profile, 5))
                .containsExactly(new NamespaceCount("few", 2), new NamespaceCount("plenty", 5));
        assertThat(adapter().namespaces(Fresh.profile(), 5)).isEmpty();
    }

    @Test
    default void entriesAreToldBySizeTypeAndVersion() {
        ProfileId profile = Fresh.profile();
        long version = storage(profile).put(FILES, "a", new Content("text/plain", new byte[] {1, 2, 3}));

        EntrySummary found = entries(profile, FILES, "", 10).get(0);

        assertThat(found.key()).isEqualTo("a");
        assertThat(found.header()).isEqualTo(new HeaderGlance("text/plain", false));
        assertThat(found.size()).isEqualTo(3);
        assertThat(found.version()).isEqualTo(version);
        assertThat(found.updatedAt()).isNotNull();
    }

    @Test
    default void entriesOfOnePrefixArePagedWithoutTheirNeighbours() {
        ProfileId profile = Fresh.profile();
        Storage storage = storage(profile);
        storage.putAll(PLENTY, numbered("b", 7));
        storage.putAll(PLENTY, Map.of("a", 1, "b", 2, "b%", 3, "B1", 4, "b_", 5, "c", 6, "bé📮", 7));

        List<String> found =
                entries(profile, PLENTY, "b", 3).stream().map(EntrySummary::key).toList();

        assertThat(found).containsExactlyInAnyOrder("b", "b%", "b_", "bé📮", "b0", "b1", "b2", "b3", "b4", "b5", "b6");
        assertThat(entries(profile, PLENTY, "b%", 3)).hasSize(1);
        assertThat(entries(profile, PLENTY, "nothing", 3)).isEmpty();
    }

    private List<EntrySummary> entries(ProfileId profile, Namespace<?> namespace, String prefix, int limit) {
        List<EntrySummary> all = new ArrayList<>();
        PageRequest request = PageRequest.first(limit);
        while (request != null) {
            EntryPage page = adapter().entries(new EntryPage.Query(profile, namespace.name(), prefix, request));
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.entries());
            request = page.next();
        }
        return all;
    }

    private static Map<String, Integer> numbered(String prefix, int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> prefix + i, i -> i));
    }
}
