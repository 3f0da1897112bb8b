package org.restante.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    private final Set<String> asked = new TreeSet<>();
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
        asked.add(name);
        return texts.apply(name).filter(text -> !text.isBlank());
    }

    /** The text of that name without the spaces around it. */
    public Optional<String> stripped(String name) {
        return text(name).map(String::strip);
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
        return stripped(name)
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
        return stripped(name).flatMap(text -> number(name, text, least, most)).orElse(fallback);
    }

    /** An ISO-8601 duration from {@code least} to {@code most}. */
    public Duration duration(String name, Duration fallback, Duration least, Duration most) {
        return stripped(name).flatMap(text -> duration(name, text, least, most)).orElse(fallback);
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
            if (name.startsWith(PREFIX) && !asked.contains(name)) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private Optional<Long> number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // told below, together with the limits
        }
        problem(name, "must be a whole number from " + least + " to " + most + ", but is '" + text + "'");
        return Optional.empty();
    }

    private Optional<Duration> duration(String name, String text, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // told below, together with the limits
        }
        problem(name, "must be an ISO-8601 duration from " + least + " to " + most + ", but is '" + text + "'");
        return Optional.empty();
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
