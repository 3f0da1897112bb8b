package org.restante.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A password as configured: plain, or hashed by bcrypt as {@code htpasswd -B} writes it. */
public final class PasswordText {

    /** With less a hash is guessed too fast, with more a login takes seconds. */
    static final int LEAST_COST = 8;

    static final int MOST_COST = 15;

    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");
    private static final Pattern BEGUN = Pattern.compile("\\$2[abxy]?\\$.*", Pattern.DOTALL);

    private PasswordText() {}

    /** Whether that is a hash and not the password itself. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** The text of that setting; what begins as a hash and is none is a problem, and not told. */
    static Optional<String> read(SettingsReader reader, String name) {
        Optional<String> text = reader.text(name);
        text.map(String::strip).ifPresent(password -> check(reader, name, password));
        return text.map(password -> isHash(password.strip()) ? password.strip() : password);
    }

    private static void check(SettingsReader reader, String name, String text) {
        Matcher hash = HASH.matcher(text);
        if (!hash.matches()) {
            if (BEGUN.matcher(text).matches()) {
                reader.problem(name, "begins as a bcrypt hash, but is none: $2y$, a cost and 53 characters");
            }
            return;
        }
        int cost = Integer.parseInt(hash.group(1));
        if (cost < LEAST_COST || cost > MOST_COST) {
            reader.problem(
                    name, "must be hashed with a cost from " + LEAST_COST + " to " + MOST_COST + ", not " + cost);
        }
    }
}
