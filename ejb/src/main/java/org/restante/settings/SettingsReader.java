package org.restante.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads texts by name into types. A text that does not fit is noted as a problem and its default goes on, so that one pass
 * finds all problems. Not thread-safe; lives for one pass.
 */
public final class SettingsReader {

    /** What the names of all settings begin with. */
    public static final String PREFIX = "restante.";

    private final Function<String, Optional<String>> texts;
    private final Map<String, Setting> asked = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * A reader of texts.
     *
     * @param texts gives the text of a name, empty when it is not configured
     */
    public SettingsReader(Function<String, Optional<String>> texts) {
        this.texts = texts;
    }

    /** The text of that name as it is, a password with its spaces; a blank one counts as not configured. */
    public Optional<String> text(String name) {
        return text(new Setting(name, "", ""));
    }

    /** The text of that name without the spaces around it. */
    public Optional<String> stripped(String name) {
        return stripped(new Setting(name, "", ""));
    }

    /** The same where something counts when it is not configured. */
    public String stripped(String name, String fallback) {
        return stripped(new Setting(name, fallback, "")).orElse(fallback);
    }

    /** A list of texts between commas, without the spaces around them. */
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
        return stripped(new Setting(name, written(fallback), choices(type)))
                .flatMap(text -> {
                    Optional<E> choice = Arrays.stream(type.getEnumConstants())
                            .filter(constant -> written(constant).equals(text))
                            .findFirst();
                    if (choice.isEmpty()) {
                        problem(name, "must be one of " + choices(type) + ", but is '" + text + "'");
                    }
                    return choice;
                })
                .orElse(fallback);
    }

    /** A whole number from {@code least} to {@code most}. */
    public long number(String name, long fallback, long least, long most) {
        Setting setting = new Setting(name, String.valueOf(fallback), least + " to " + most);
        return stripped(setting)
                .flatMap(text -> number(setting, text, least, most))
                .orElse(fallback);
    }

    /** An ISO-8601 duration from {@code least} to {@code most}. */
    public Duration duration(String name, Duration fallback, Duration least, Duration most) {
        Setting setting = new Setting(name, written(fallback), written(least) + " to " + written(most));
        return stripped(setting)
                .flatMap(text -> duration(setting, text, least, most))
                .orElse(fallback);
    }

    /** A path in the file system. */
    public Optional<Path> path(String name) {
        return stripped(name).flatMap(text -> {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                problem(name, "is no path: " + e.getReason());
                return Optional.empty();
            }
        });
    }

    /** Notes that the setting of that name cannot be used. */
    public void problem(String name, String problem) {
        problems.add(name + " " + problem);
    }

    /** All problems so far, each beginning with the setting's name. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Those of the names that begin with {@link #PREFIX} and that nobody asked for: misspelt, or of another version. */
    public Set<String> unknown(Iterable<String> names) {
        Set<String> unknown = new TreeSet<>();
        for (String name : names) {
            if (name.startsWith(PREFIX) && !asked.containsKey(name)) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    /** All settings that were asked for so far, in that order. */
    public List<Setting> asked() {
        return List.copyOf(asked.values());
    }

    private Optional<String> stripped(Setting setting) {
        return text(setting).map(String::strip);
    }

    private Optional<String> text(Setting setting) {
        asked.putIfAbsent(setting.name(), setting);
        return texts.apply(setting.name()).filter(text -> !text.isBlank());
    }

    private Optional<Long> number(Setting setting, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // told below, together with the limits
        }
        problem(setting.name(), "must be a whole number from " + setting.allowed() + ", but is '" + text + "'");
        return Optional.empty();
    }

    private Optional<Duration> duration(Setting setting, String text, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // told below, together with the limits
        }
        problem(setting.name(), "must be an ISO-8601 duration from " + setting.allowed() + ", but is '" + text + "'");
        return Optional.empty();
    }

    /** In days where it is whole ones, which is how people count them. */
    private static String written(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }

    private static String choices(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(SettingsReader::written)
                .collect(Collectors.joining(", "));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
