package org.restante.lease;

import java.time.Duration;

/** Something that is held for so long, unless it is renewed. */
public interface Lease {

    /** How long it is held after it began, and after each renewal. */
    Duration length();

    /** Begins it anew, for good at once; false when it is not held any more. */
    boolean renew();

    /** What is held, for people. */
    @Override
    String toString();
}
