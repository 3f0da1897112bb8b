package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.entry.Namespace;
import org.restante.storage.KeyPage;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;

/** Walks through all pages of a listing. */
final class Pages {

    private Pages() {}

    /** The keys of all pages in the order in which they came; no page holds more than the limit. */
    static List<String> keys(Storage storage, Namespace<?> namespace, int limit) {
        List<String> keys = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(limit));
        while (next.isPresent()) {
            KeyPage page = storage.keys(namespace, next.get());
            assertThat(page.keys()).hasSizeLessThanOrEqualTo(limit);
            keys.addAll(page.keys());
            next = page.following();
        }
        return keys;
    }

    /** The keys of the whole listing. */
    static List<String> keys(Storage storage, Namespace<?> namespace) {
        return keys(storage, namespace, PageRequest.MAX_LIMIT);
    }
}
