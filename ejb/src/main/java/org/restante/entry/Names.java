package org.restante.entry;

import org.jspecify.annotations.Nullable;

/** The limits that all names share. Lengths are counted in Unicode code points, so that an emoji is one character. */
final class Names {

    private Names() {}

    static String require(String field, @Nullable String name, int maxLength) {
        if (name == null || name.isEmpty()) {
            throw new InvalidInputException(field, "must not be empty");
        }
        int length = name.codePointCount(0, name.length());
        if (length > maxLength) {
            throw new InvalidInputException(field, "must have at most " + maxLength + " characters, but has " + length);
        }
        if (name.indexOf('\0') >= 0) {
            throw new InvalidInputException(field, "must not hold the character U+0000");
        }
        if (holdsHalfAPair(name)) {
            throw new InvalidInputException(field, "must be well-formed Unicode, but holds half a surrogate pair");
        }
        return name;
    }

    /** A loop rather than a stream, since every name of every entry of a batch passes here more than once. */
    private static boolean holdsHalfAPair(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (Character.isSurrogate(name.charAt(at))) {
                if (!Character.isSupplementaryCodePoint(name.codePointAt(at))) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }
}
