package org.restante.web.access;

import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Utf8;

/** What an {@code Authorization} header of HTTP Basic holds (RFC 7617, UTF-8). */
record BasicHeader(String user, String password) {

    private static final String SCHEME = "Basic ";

    /** Reads the header; empty when there is none or it is not Basic in UTF-8. */
    static Optional<BasicHeader> parse(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String text = Utf8.decode(bytes);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicHeader(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Basic " + user;
    }
}
