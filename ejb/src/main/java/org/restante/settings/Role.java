package org.restante.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user may do. */
public enum Role {
    /** Everything. */
    OPERATOR,
    /** Everything within the profiles and namespaces it is given. */
    CLIENT,
    /** Reads what is there, but no entry's body. */
    VIEWER;

    /** As it is configured, asked for and answered: in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that is written so. */
    public static Optional<Role> parse(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
