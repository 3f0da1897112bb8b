package org.restante.web.dedup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.ClaimPage;
import org.restante.entry.InvalidInputException;
import org.restante.time.Micros;
import org.restante.web.page.PageParameters;

/** {@code after} and {@code limit} of a listing of claims. The place where it goes on is behind the last claim's time and key. */
final class ClaimCursor {

    /** The microseconds as {@link #write} has them; what is longer is none of ours. */
    private static final Pattern PLACE = Pattern.compile("(0|-?[1-9][0-9]{0,17}) (.*)", Pattern.DOTALL);

    private ClaimCursor() {}

    /** The cursor behind that place. */
    static String write(ClaimPage.Place place) {
        return PageParameters.opaque(Micros.of(place.since()) + " " + place.key());
    }

    /**
     * The page that is asked for.
     *
     * @throws InvalidInputException naming {@code after} or {@code limit}
     */
    static ClaimPage.Request page(@Nullable String after, @Nullable String limit) {
        String text = PageParameters.place(after);
        return new ClaimPage.Request(
                text == null ? null : place(text),
                PageParameters.limit(limit, ClaimPage.DEFAULT_LIMIT, ClaimPage.MAX_LIMIT));
    }

    private static ClaimPage.Place place(String text) {
        Matcher parts = PLACE.matcher(text);
        if (!parts.matches()) {
            throw PageParameters.unknown();
        }
        return new ClaimPage.Place(Micros.toInstant(Long.parseLong(parts.group(1))), parts.group(2));
    }
}
