package org.restante.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;

/** Reads the users besides {@code operator}, and tells every problem it finds. */
final class UserReader {

    static final String USERS = "restante.users";

    private final SettingsReader reader;

    UserReader(SettingsReader reader) {
        this.reader = reader;
    }

    /** The users that {@code restante.users} names; those with a problem are left out. */
    List<UserSettings> readAll() {
        Set<String> seen = new HashSet<>();
        return reader.list(USERS).stream()
                .filter(name -> checkName(name, seen))
                .flatMap(name -> read(name).stream())
                .toList();
    }

    private boolean checkName(String name, Set<String> seen) {
        if (!seen.add(name)) {
            reader.problem(USERS, "names '" + name + "' twice");
            return false;
        }
        if (name.equals(HttpSettings.OPERATOR)) {
            reader.problem(USERS, "must not name operator: its password is " + HttpSettings.OPERATOR_PASSWORD);
            return false;
        }
        if (name.indexOf(':') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            reader.problem(USERS, "must not name '" + name + "': no colon and no control characters");
            return false;
        }
        return true;
    }

    private Optional<UserSettings> read(String name) {
        String password = PasswordText.read(reader, key(name, "password")).orElseGet(() -> required(name, "password"));
        boolean hasRole = !required(name, "role").isEmpty();
        Role role = reader.choice(key(name, "role"), Role.class, Role.VIEWER);
        Set<String> profiles = names(name, "profiles", ProfileId::new);
        Set<String> namespaces = names(name, "namespaces", Namespace::requireName);
        if (role == Role.CLIENT && profiles.isEmpty() && namespaces.isEmpty()) {
            reader.problem(key(name, "profiles"), "is missing: a client needs profiles, namespaces or both");
        }
        return password.isEmpty() || !hasRole
                ? Optional.empty()
                : Optional.of(new UserSettings(name, password, role, profiles, namespaces));
    }

    private String required(String name, String property) {
        Optional<String> text = reader.text(key(name, property));
        if (text.isEmpty()) {
            reader.problem(key(name, property), "is missing");
        }
        return text.orElse("");
    }

    private Set<String> names(String name, String property, Consumer<String> check) {
        Set<String> names = new TreeSet<>(reader.list(key(name, property)));
        for (String each : names) {
            try {
                if (!each.equals(UserSettings.ALL)) {
                    check.accept(each);
                }
            } catch (InvalidInputException e) {
                reader.problem(key(name, property), "holds '" + each + "': " + e.getMessage());
            }
        }
        return names;
    }

    private static String key(String name, String property) {
        return USERS + "." + name + "." + property;
    }
}
