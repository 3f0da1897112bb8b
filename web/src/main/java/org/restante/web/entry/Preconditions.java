package org.restante.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;
import org.restante.storage.Expected;

/** The conditions under which a request is to be done, from its headers. */
record Preconditions(Optional<EntityTags> ifMatch, Optional<EntityTags> ifNoneMatch) {

    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";

    /** A version as {@link EntityTags#of} writes it; what is longer is none of ours. */
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    /** @throws InvalidInputException naming the header that is malformed */
    static Preconditions of(HttpServletRequest request) {
        return new Preconditions(tags(request, IF_MATCH), tags(request, IF_NONE_MATCH));
    }

    /** Refuses conditions where none can be kept: to ignore one could destroy what it was to protect. */
    static void refuse(HttpServletRequest request) {
        for (String header : List.of(IF_MATCH, IF_NONE_MATCH)) {
            if (request.getHeader(header) != null) {
                throw new InvalidInputException(header, "is not supported by this method");
            }
        }
    }

    /**
     * What a put is to expect so that the conditions hold.
     *
     * @param current asks for the version that is there, null when none is; only asked where one expectation cannot say it
     * @return empty when the conditions do not hold
     */
    Optional<Expected> expected(Supplier<@Nullable Long> current) {
        if (ifMatch.isEmpty() && ifNoneMatch.isEmpty()) {
            return Optional.of(Expected.anything());
        }
        if (ifMatch.isEmpty() && ifNoneMatch.filter(EntityTags::any).isPresent()) {
            return Optional.of(Expected.absent());
        }
        if (ifNoneMatch.isEmpty() && ifMatch.filter(EntityTags::any).isPresent()) {
            return Optional.of(Expected.present());
        }
        Optional<Expected> single = singleVersion();
        if (single.isPresent()) {
            return single;
        }
        Long version = current.get();
        boolean hold = ifMatch.map(tags -> tags.matchStrongly(version)).orElse(true)
                && !ifNoneMatch.map(tags -> tags.matchWeakly(version)).orElse(false);
        return hold ? Optional.of(version == null ? Expected.absent() : Expected.version(version)) : Optional.empty();
    }

    /** Whether the asker has that version already. */
    boolean notModified(long version) {
        return ifNoneMatch.map(tags -> tags.matchWeakly(version)).orElse(false);
    }

    /** The usual case, in one statement and without a look at what is there. */
    private Optional<Expected> singleVersion() {
        return ifNoneMatch.isPresent()
                ? Optional.empty()
                : ifMatch.filter(tags -> tags.strong().size() == 1)
                        .flatMap(tags -> version(tags.strong().get(0)))
                        .map(Expected::version);
    }

    private static Optional<Long> version(String tag) {
        return VERSION.matcher(tag).matches() ? Optional.of(Long.valueOf(tag)) : Optional.empty();
    }

    private static Optional<EntityTags> tags(HttpServletRequest request, String header) {
        return EntityTags.parse(header, Collections.list(request.getHeaders(header)));
    }
}
