package org.restante.web.chat;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/** The query parameters that say how much is kept and how long; one that is empty counts as not given. */
final class KeepParameters {

    private static final String TTL = "ttl";

    private KeepParameters() {}

    /**
     * A number from 1 on.
     *
     * @throws InvalidInputException naming the parameter unless it is from 1 to {@code most}
     */
    static int number(String name, @Nullable String text, int most) {
        if (text == null || text.isEmpty()) {
            return most;
        }
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw new InvalidInputException(name, "must be from 1 to " + most);
        }
        return number;
    }

    /**
     * A time to live; null for ever.
     *
     * @throws InvalidInputException naming {@code ttl} when it is no duration
     */
    static @Nullable Duration timeToLive(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Durations.parse(TTL, text);
    }

    /** Whether it is said to be so. */
    static boolean flag(String name, @Nullable String text) {
        if (text == null || text.isEmpty() || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new InvalidInputException(name, "must be true or false");
    }

    /** Does what has a time to live, which is called {@code ttl} here. */
    static <T> T kept(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            String name = "timeToLive";
            throw e.field().equals(name)
                    ? new InvalidInputException(
                            TTL, String.valueOf(e.getMessage()).substring(name.length() + 1))
                    : e;
        }
    }
}
