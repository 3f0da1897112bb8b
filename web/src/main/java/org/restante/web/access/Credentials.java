package org.restante.web.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.restante.settings.HttpSettings;
import org.restante.settings.Role;
import org.restante.settings.UserSettings;

/**
 * The configured users and their passwords. A wrong password and an unknown user take the same time, whatever the password is
 * and however it is configured. Thread-safe.
 */
public final class Credentials {

    private static final int GENERATED_BYTES = 18;

    private final Map<String, User> users = new HashMap<>();

    /** Compared with where no such user is. */
    private final Password nobody;

    /**
     * The users of these settings, {@code operator} among them.
     *
     * @param generated is told the password of {@code operator} when none is configured: a new one each time
     */
    public Credentials(HttpSettings settings, Consumer<String> generated) {
        settings.users().forEach(this::add);
        String password = settings.operatorPassword();
        if (password == null) {
            password = generate();
            generated.accept(password);
        }
        add(new UserSettings(HttpSettings.OPERATOR, password, Role.OPERATOR, Set.of(), Set.of()));
        nobody = nobody();
    }

    /** The user of that name, if that is the password; empty else, for whatever reason. */
    public Optional<Caller> check(String name, String password) {
        User user = users.get(name);
        Password expected = user == null ? nobody : user.password;
        boolean right = expected.matches(password);
        if (!right && !expected.isSlow() && nobody.isSlow()) {
            nobody.matches(password); // so that nobody learns by the time it takes whose password is not hashed
        }
        return right && user != null ? Optional.of(user.caller) : Optional.empty();
    }

    /** The user of that name, who has shown a password before. */
    Optional<Caller> user(String name) {
        return Optional.ofNullable(users.get(name)).map(User::caller);
    }

    /** How many users there are. */
    public int count() {
        return users.size();
    }

    private void add(UserSettings user) {
        Caller caller = new Caller(user.name(), user.role(), user.profiles(), user.namespaces());
        users.put(user.name(), new User(caller, Password.of(user.password())));
    }

    private Password nobody() {
        return users.values().stream()
                .flatMap(user -> user.password instanceof HashedPassword hashed
                        ? Optional.of(hashed.cost()).stream()
                        : Optional.<Integer>empty().stream())
                .max(Integer::compare)
                .<Password>map(HashedPassword::unknown)
                .orElseGet(() -> new PlainPassword(generate()));
    }

    private static String generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private record User(Caller caller, Password password) {}
}
