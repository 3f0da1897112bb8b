package org.restante.storage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of keys, in the adapter's own fixed order.
 *
 * @param keys at most as many as were asked for
 * @param next what to ask for next, null when this page is the last
 */
public record KeyPage(List<String> keys, @Nullable PageRequest next) {

    public KeyPage {
        keys = List.copyOf(keys);
    }

    /** The request for the following page, empty when this is the last. */
    public Optional<PageRequest> following() {
        return Optional.ofNullable(next);
    }

    /**
     * The page out of one key more than was asked for, by which the adapter knows that there are more.
     *
     * @param found up to {@code request.limit() + 1} keys
     */
    public static KeyPage of(List<String> found, PageRequest request) {
        if (found.size() <= request.limit()) {
            return new KeyPage(found, null);
        }
        List<String> keys = found.subList(0, request.limit());
        return new KeyPage(keys, new PageRequest(keys.get(keys.size() - 1), request.limit()));
    }
}
