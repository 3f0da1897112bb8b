package org.restante.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/**
 * What {@code If-Match} or {@code If-None-Match} holds (RFC 9110): {@code *} or entity tags, some weak.
 *
 * @param any whether it is {@code *}
 * @param strong the opaque texts of the strong tags
 * @param weak the opaque texts of the weak tags
 */
record EntityTags(boolean any, List<String> strong, List<String> weak) {

    private static final Pattern TAG =
            Pattern.compile("\\G[ \\t]*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"[ \\t]*(,|$)");
    private static final Pattern NOTHING = Pattern.compile("\\G[ \\t]*(,|$)");

    /** The tag of a version. */
    static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Reads the lines of a header; empty when there is none.
     *
     * @throws InvalidInputException naming the header when it is malformed
     */
    static Optional<EntityTags> parse(String header, List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String text = String.join(",", lines);
        if (text.strip().equals("*")) {
            return Optional.of(new EntityTags(true, List.of(), List.of()));
        }
        EntityTags tags = new EntityTags(false, new ArrayList<>(), new ArrayList<>());
        tags.readAll(header, text);
        return Optional.of(tags);
    }

    /** Whether the version that is there is one of these by strong comparison; null stands for no entry. */
    boolean matchStrongly(@Nullable Long version) {
        return version != null && (any || strong.contains(version.toString()));
    }

    /** The same by weak comparison. */
    boolean matchWeakly(@Nullable Long version) {
        return version != null && (any || strong.contains(version.toString()) || weak.contains(version.toString()));
    }

    private void readAll(String header, String text) {
        Matcher tag = TAG.matcher(text);
        Matcher nothing = NOTHING.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (tag.find(at)) {
                (tag.group(1) == null ? strong : weak).add(tag.group(2));
                at = tag.end();
            } else if (nothing.find(at)) {
                at = nothing.end();
            } else {
                throw malformed(header);
            }
        }
        if (strong.isEmpty() && weak.isEmpty()) {
            throw malformed(header);
        }
    }

    private static InvalidInputException malformed(String header) {
        return new InvalidInputException(header, "must be * or quoted entity tags, separated by commas");
    }
}
