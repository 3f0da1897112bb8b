package org.restante.web.path;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** A name as a path has it: percent-encoded UTF-8, or {@code ~} and the unpadded base64url of UTF-8. */
public final class PathName {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String value;

    private PathName(String value) {
        this.value = value;
    }

    /**
     * Reads a segment of a path; has the name by which REST resources find it.
     *
     * @throws IllegalArgumentException saying what is wrong, when it is neither of the two forms
     */
    public static PathName fromString(String segment) {
        String plain = PercentDecoder.decode(segment);
        if (plain.startsWith("~")) {
            return new PathName(fromBase64(plain.substring(1)));
        }
        if (plain.equals(".") || plain.equals("..")) {
            throw new IllegalArgumentException("must be written as ~ and base64url when it is made of dots only");
        }
        return new PathName(plain);
    }

    /** The plain name. */
    public String value() {
        return value;
    }

    /** That name in the one form in which resources get it: of letters that mean nothing special to any server. */
    static String canonical(String name) {
        return SAFE.matcher(name).matches()
                ? name
                : "~" + ENCODER.encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String fromBase64(String encoded) {
        byte[] bytes = strictBase64(encoded);
        // what decodes leniently (padding, stray bits) would be a second spelling of the same name
        if (!ENCODER.encodeToString(bytes).equals(encoded)) {
            throw new IllegalArgumentException("must have unpadded base64url behind '~'");
        }
        return PercentDecoder.utf8(bytes);
    }

    private static byte[] strictBase64(String encoded) {
        try {
            return Base64.getUrlDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must have unpadded base64url behind '~'", e);
        }
    }
}
