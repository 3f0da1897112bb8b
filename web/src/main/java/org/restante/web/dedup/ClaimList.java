package org.restante.web.dedup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.ClaimPage;
import org.restante.dedup.DedupCache;

/**
 * A page of the claims in flight as it is answered.
 *
 * @param next what to hand back as {@code after}, null on the last page
 */
public record ClaimList(List<Item> claims, @Nullable String next) {

    static ClaimList of(ClaimPage page, DedupCache cache) {
        return new ClaimList(
                page.claims().stream().map(claim -> Item.of(claim, cache)).toList(),
                page.following()
                        .map(ClaimPage.Request::after)
                        .map(ClaimCursor::write)
                        .orElse(null));
    }

    /** One claim. */
    public record Item(String key, @JsonUnwrapped ClaimView.InFlight claim) {

        static Item of(ClaimPage.Item claim, DedupCache cache) {
            String key = claim.key().key();
            return new Item(key, ClaimView.InFlight.of(claim.state(), cache.streamKey(key)));
        }

        /** Without the key. */
        @Override
        public String toString() {
            return claim.toString();
        }
    }
}
