package org.restante.database;

import java.sql.SQLException;
import org.restante.entry.RestanteException;

/** Why the database cannot be used, for people: one line, without class names and passwords. */
final class Reason {

    private Reason() {}

    static String of(Exception failure) {
        return failure instanceof RestanteException
                ? line(String.valueOf(failure.getMessage()))
                : "the database cannot be reached: " + line(message(closest(failure)));
    }

    /** Pools wrap what the driver said, and that says the most. */
    private static Throwable closest(Exception failure) {
        Throwable closest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                closest = cause;
            }
        }
        return closest;
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static String line(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ").replaceAll("(?i)(password)=[^&;\\s]*", "$1=***");
    }
}
