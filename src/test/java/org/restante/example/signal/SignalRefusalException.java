package org.restante.example.signal;

/** The library refused a message or a bundle; nothing was written. The cause is its exception. */
public final class SignalRefusalException extends Exception {

    private static final long serialVersionUID = 1;

    SignalRefusalException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
