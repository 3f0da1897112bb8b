package org.restante.web.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP face.
 *
 * @param maxBody how many bytes a request body may have at most
 * @param operatorPassword null when none is configured: then one is generated
 * @param users those besides {@code operator}
 */
public record HttpSettings(int maxBody, @Nullable String operatorPassword, List<UserSettings> users) {

    public static final String MAX_BODY = "restante.http.max-body";
    public static final String OPERATOR_PASSWORD = "restante.operator.password";
    public static final String USERS = "restante.users";

    /** The name of the first user. */
    public static final String OPERATOR = "operator";

    static final int DEFAULT_MAX_BODY = 16 * 1024 * 1024;

    /** One array holds a body. */
    private static final int LARGEST_MAX_BODY = Integer.MAX_VALUE - 8;

    public HttpSettings {
        users = List.copyOf(users);
    }

    /**
     * Reads the settings. Where a value is bad, its problem is added and its default or nothing stands in the result.
     *
     * @param texts gives the text of a setting, empty when it is not configured
     * @param problems gets one sentence for each bad value, naming the setting and never a password
     */
    public static HttpSettings read(Function<String, Optional<String>> texts, List<String> problems) {
        return new HttpSettings(
                maxBody(texts, problems),
                texts.apply(OPERATOR_PASSWORD).filter(text -> !text.isBlank()).orElse(null),
                users(texts, problems));
    }

    private static int maxBody(Function<String, Optional<String>> texts, List<String> problems) {
        String text = texts.apply(MAX_BODY).orElse(String.valueOf(DEFAULT_MAX_BODY));
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= 1 && value <= LARGEST_MAX_BODY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        problems.add(MAX_BODY + " must be a number of bytes from 1 to " + LARGEST_MAX_BODY + ", but is '" + text + "'");
        return DEFAULT_MAX_BODY;
    }

    private static List<UserSettings> users(Function<String, Optional<String>> texts, List<String> problems) {
        UserReader reader = new UserReader(texts, problems);
        List<String> names = reader.list(USERS);
        List<UserSettings> users = new ArrayList<>();
        for (String name : names.stream().distinct().toList()) {
            reader.read(name).ifPresent(users::add);
        }
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .map(name -> USERS + " names '" + name + "' twice")
                .forEach(problems::add);
        return users;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "HttpSettings(maxBody " + maxBody + ", users " + users + ")";
    }
}
