package org.restante.web.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an {@code Authorization} header with a bearer token holds (RFC 6750). */
record BearerHeader(String token) {

    private static final Pattern HEADER = Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);

    /** Reads the header; empty when there is none or it is of another kind. */
    static Optional<BearerHeader> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher parts = HEADER.matcher(header);
        return parts.matches() ? Optional.of(new BearerHeader(parts.group(1))) : Optional.empty();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Bearer";
    }
}
