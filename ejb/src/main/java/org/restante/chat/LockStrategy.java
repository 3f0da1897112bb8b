package org.restante.chat;

import java.util.Locale;

/** What becomes of a message whose conversation is busy. */
public enum LockStrategy {
    /** Nothing: whoever asks is told that it is busy. */
    REJECT,
    /** It waits in order. */
    QUEUE,
    /** It waits in place of the last one that waited so, and as the newest; what is queued stays. */
    DEBOUNCE,
    /** It does not wait: everybody goes on at once, without a lock. */
    CONCURRENT;

    /** As it is stored, written and answered: in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a message waits where it cannot go on. */
    public boolean waits() {
        return this == QUEUE || this == DEBOUNCE;
    }
}
