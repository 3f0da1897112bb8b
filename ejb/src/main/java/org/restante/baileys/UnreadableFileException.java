package org.restante.baileys;

/** One file, or the entry for one, cannot be used; the message is the reason and holds nothing of the content. */
final class UnreadableFileException extends Exception {

    UnreadableFileException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
