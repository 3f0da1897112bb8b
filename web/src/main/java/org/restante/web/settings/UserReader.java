package org.restante.web.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;

/** Reads the settings of one user after the other, and tells every problem it finds. */
final class UserReader {

    private static final String ALL = "*";

    private final Function<String, Optional<String>> texts;
    private final List<String> problems;

    UserReader(Function<String, Optional<String>> texts, List<String> problems) {
        this.texts = texts;
        this.problems = problems;
    }

    /** The user, empty where a problem was added. */
    Optional<UserSettings> read(String name) {
        int before = problems.size();
        checkName(name);
        String password = text(name, "password");
        Optional<Role> role = role(name);
        Set<String> profiles = names(name, "profiles", ProfileId::new);
        Set<String> namespaces = names(name, "namespaces", namespace -> Namespace.of(namespace, byte[].class));
        if (role.filter(Role.CLIENT::equals).isPresent() && profiles.isEmpty() && namespaces.isEmpty()) {
            problems.add(key(name, "profiles") + " and " + key(name, "namespaces") + ": a client needs one of them");
        }
        return problems.size() > before
                ? Optional.empty()
                : role.map(r -> new UserSettings(name, password, r, profiles, namespaces));
    }

    private void checkName(String name) {
        if (name.equals(HttpSettings.OPERATOR)) {
            problems.add(HttpSettings.USERS + " must not name 'operator', whose password is the setting "
                    + HttpSettings.OPERATOR_PASSWORD);
        }
        if (name.indexOf(':') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(HttpSettings.USERS + " must not name '" + name + "': no ':' and no control characters");
        }
    }

    private Optional<Role> role(String name) {
        String text = text(name, "role");
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(text.strip())) {
                return Optional.of(role);
            }
        }
        if (!text.isEmpty()) {
            problems.add(key(name, "role") + " must be operator, client or viewer, but is '" + text + "'");
        }
        return Optional.empty();
    }

    private String text(String name, String property) {
        Optional<String> value = texts.apply(key(name, property)).filter(text -> !text.isBlank());
        if (value.isEmpty()) {
            problems.add(key(name, property) + " is missing");
        }
        return value.orElse("");
    }

    private Set<String> names(String name, String property, Consumer<String> check) {
        Set<String> names = new TreeSet<>(list(key(name, property)));
        for (String each : names) {
            try {
                if (!each.equals(ALL)) {
                    check.accept(each);
                }
            } catch (InvalidInputException e) {
                problems.add(key(name, property) + " holds '" + each + "': " + e.getMessage());
            }
        }
        return names;
    }

    /** The names in a comma list, without the blanks around them. */
    List<String> list(String setting) {
        return texts.apply(setting).stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String key(String name, String property) {
        return HttpSettings.USERS + "." + name + "." + property;
    }
}
