package org.restante.time;

/** A clock that only goes forward and whose readings mean nothing but their differences. Tests tick it by hand. */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since some moment. */
    long nanos();

    /** The monotonic clock of this machine. */
    static Ticker system() {
        return System::nanoTime;
    }
}
