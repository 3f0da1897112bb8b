package org.restante.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP face.
 *
 * @param maxBody how many bytes a request body may have at most
 * @param operatorPassword null when none is configured: then one is generated at start
 * @param users those besides {@code operator}
 * @param realm whether the server's own users are let in too
 */
public record HttpSettings(int maxBody, @Nullable String operatorPassword, List<UserSettings> users, Realm realm) {

    public static final String MAX_BODY = "restante.http.max-body";
    public static final String OPERATOR_PASSWORD = "restante.operator.password";

    public static final String REALM = "restante.access.realm";

    /** Which users there are besides the configured ones. */
    public enum Realm {
        NONE,
        SERVER
    }

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
                PasswordText.read(reader, OPERATOR_PASSWORD).orElse(null),
                new UserReader(reader).readAll(),
                reader.choice(REALM, Realm.class, Realm.NONE));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "HttpSettings(maxBody " + maxBody + ", users " + users + ")";
    }
}
