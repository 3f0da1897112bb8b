package org.restante.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.restante.codec.Sha256;
import org.restante.settings.HttpSettings;
import org.restante.settings.Role;
import org.restante.settings.UserSettings;

/**
 * The users and the digests of their passwords. A wrong password and an unknown user take the same time, whatever the
 * password is. Thread-safe.
 */
public final class Credentials {

    private static final int GENERATED_BYTES = 18;

    private final Map<String, User> users = new HashMap<>();

    /** Compared with where no such user is. */
    private final byte[] nobody = digest(generate());

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
    }

    /** The user of that name, if that is the password; empty else, for whatever reason. */
    public Optional<Caller> check(String name, String password) {
        User user = users.get(name);
        boolean right = MessageDigest.isEqual(user == null ? nobody : user.digest, digest(password));
        return right && user != null ? Optional.of(user.caller) : Optional.empty();
    }

    /** How many users there are. */
    public int count() {
        return users.size();
    }

    private void add(UserSettings user) {
        Caller caller = new Caller(user.name(), user.role(), user.profiles(), user.namespaces());
        users.put(user.name(), new User(caller, digest(user.password())));
    }

    private static String generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] digest(String password) {
        return Sha256.of(password.getBytes(StandardCharsets.UTF_8));
    }

    private record User(Caller caller, byte[] digest) {}
}
