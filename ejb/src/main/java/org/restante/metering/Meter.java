package org.restante.metering;

import java.time.Duration;

/** Is told what the engine does, by the threads that do it: it is quick, throws nothing, and is thread-safe. */
public interface Meter {

    /** Whoever has this one measures nothing. */
    Meter NONE = new Meter() {
        @Override
        public void operation(Operation operation, Outcome outcome, Duration took) {
            // nobody is told
        }

        @Override
        public void lockWait(Outcome outcome, Duration took) {
            // nobody is told
        }

        @Override
        public void retry(Capability capability) {
            // nobody is told
        }
    };

    /** An operation has ended. */
    void operation(Operation operation, Outcome outcome, Duration took);

    /**
     * The wait for the locks of a key transaction has ended, the line of this process and the database's own together.
     *
     * @param outcome {@link Outcome#CLAIMED} when they were had, else {@link Outcome#TIMEOUT} or what went wrong
     */
    void lockWait(Outcome outcome, Duration took);

    /** Something that a deadlock or a lost connection undid is done again. */
    void retry(Capability capability);
}
