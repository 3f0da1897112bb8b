package org.restante.web.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.restante.audit.AuditPlace;
import org.restante.entry.InvalidInputException;
import org.restante.time.Micros;
import org.restante.web.page.PageParameters;

/** {@code after} of a listing of the audit trail: the time and number of the last record. */
public final class AuditCursor {

    private static final Pattern PLACE = Pattern.compile("(0|[1-9][0-9]{0,17}) (0|[1-9][0-9]{0,17})");

    private AuditCursor() {}

    /** The place as {@code after} has it. */
    public static String write(AuditPlace place) {
        return PageParameters.opaque(Micros.of(place.at()) + " " + place.number());
    }

    /**
     * The place, null when none is given.
     *
     * @throws InvalidInputException naming {@code after}
     */
    public static @Nullable AuditPlace read(@Nullable String after) {
        String text = PageParameters.place(after);
        if (text == null) {
            return null;
        }
        Matcher parts = PLACE.matcher(text);
        if (!parts.matches()) {
            throw PageParameters.unknown();
        }
        return new AuditPlace(Micros.toInstant(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2)));
    }
}
