package org.restante.codec;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A keyset file cannot be used; the message names the file and the problem, on one line, and holds no key material. */
final class KeysetFileException extends Exception {

    /** @param problem what is wrong with the file, beginning with a verb */
    KeysetFileException(Path file, String problem) {
        super("the file " + file + " " + problem);
    }

    /** @param cause whose message says more about the problem */
    KeysetFileException(Path file, String problem, Exception cause) {
        super("the file " + file + " " + problem + ": " + oneLine(cause), cause);
    }

    private static String oneLine(Exception cause) {
        // the message of these is the name of the temporary file
        String message = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.replaceAll("\\p{Cntrl}", " ");
    }
}
