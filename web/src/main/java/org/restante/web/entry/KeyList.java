package org.restante.web.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.storage.KeyPage;
import org.restante.storage.PageRequest;

/**
 * A page of keys as it is answered.
 *
 * @param next what to hand back as {@code after}, null on the last page
 */
public record KeyList(List<String> keys, @Nullable String next) {

    static KeyList of(KeyPage page) {
        return new KeyList(
                page.keys(),
                page.following().map(PageRequest::after).map(Cursor::write).orElse(null));
    }
}
