package org.restante.web.entry;

import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.storage.PageRequest;
import org.restante.web.page.PageParameters;

/** {@code after} and {@code limit} of a listing of keys. The place where it goes on is behind the last key. */
final class Cursor {

    private Cursor() {}

    /** The cursor behind that key. */
    static String write(String lastKey) {
        return PageParameters.opaque(lastKey);
    }

    /**
     * The page that is asked for.
     *
     * @throws InvalidInputException naming {@code after} or {@code limit}
     */
    static PageRequest page(@Nullable String after, @Nullable String limit) {
        String key = PageParameters.place(after);
        if (key != null) {
            EntryKey.requireKey("after", key);
        }
        return new PageRequest(key, PageParameters.limit(limit, PageRequest.DEFAULT_LIMIT, PageRequest.MAX_LIMIT));
    }
}
