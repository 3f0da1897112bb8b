package org.restante.storage;

import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/**
 * Which page of a listing is wanted.
 *
 * @param after the last key of the page before, null for the first page
 * @param limit how many keys at most, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(@Nullable String after, int limit) {

    public static final int MAX_LIMIT = 1000;
    public static final int DEFAULT_LIMIT = 100;

    /** @throws InvalidInputException naming {@code limit} */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "must be 1 to " + MAX_LIMIT + ", but is " + limit);
        }
    }

    /** The first page of at most that many keys. */
    public static PageRequest first(int limit) {
        return new PageRequest(null, limit);
    }
}
