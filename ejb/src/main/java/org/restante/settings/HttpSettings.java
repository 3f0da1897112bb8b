package org.restante.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP face.
 *
 * @param maxBody how many bytes a request body may have at most
 * @param operatorPassword null when none is configured: then one is generated at start
 * @param users those besides {@code operator}
 */
public record HttpSettings(int maxBody, @Nullable String operatorPassword, List<UserSettings> users) {

    public static final String MAX_BODY = "restante.http.max-body";
    public static final String OPERATOR_PASSWORD = "restante.operator.password";

    /** The name of the first user. */
    public static final String OPERATOR = "operator";

    private static final int DEFAULT_MAX_BODY = 16 * 1024 * 1024;

    /** One array holds a body. */
    private static final int LARGEST_MAX_BODY = Integer.MAX_VALUE - 8;

    public HttpSettings {
        users = List.copyOf(users);
    }

    /** Reads the settings; what does not fit is among the reader's problems afterwards, and no password is in any. */
    public static HttpSettings read(SettingsReader reader) {
        return new HttpSettings(
                (int) reader.number(MAX_BODY, DEFAULT_MAX_BODY, 1, LARGEST_MAX_BODY),
                reader.text(OPERATOR_PASSWORD).orElse(null),
                new UserReader(reader).readAll());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "HttpSettings(maxBody " + maxBody + ", users " + users + ")";
    }
}
