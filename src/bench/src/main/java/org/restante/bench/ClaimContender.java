package org.restante.bench;

import java.util.concurrent.ExecutorService;

/** A way of handling messages once, and what became of those of one line of the table. One thread at a time asks it. */
final class ClaimContender {

    private final ClaimWay way;
    private long executions;
    private long doubles;
    private long lost;
    private long exceptions;

    ClaimContender(ClaimWay way) {
        this.way = way;
    }

    /** Runs a round with keys that begin with that; how many deliveries there were in a second. */
    double run(Delivery delivery, String keys, ExecutorService executor) {
        Tally tally = new Tally(keys, delivery.messages());
        double perSecond = delivery.run(executor, tally, way);
        add(tally);
        return perSecond;
    }

    /** The handlers of so many messages are killed when they have begun. */
    void kill(String keys, int messages) {
        Tally tally = new Tally(keys, messages);
        for (int message = 0; message < messages; message++) {
            try {
                way.handle(tally.key(message), () -> {
                    throw new Killed();
                });
            } catch (Killed e) {
                continue; // nobody tidies up behind it
            }
            throw new IllegalStateException("it was not handled");
        }
    }

    /** Delivers these messages once more; how many of them are not handled now either. */
    long lostOf(String keys, int messages) {
        Tally tally = new Tally(keys, messages);
        for (int message = 0; message < messages; message++) {
            tally.deliver(way, message);
        }
        executions += tally.executions();
        return tally.lost();
    }

    void startLine() {
        doubles = 0;
        lost = 0;
        exceptions = 0;
    }

    /** How often messages were handled, ever. */
    long executions() {
        return executions;
    }

    long doubles() {
        return doubles;
    }

    long lost() {
        return lost;
    }

    long exceptions() {
        return exceptions;
    }

    private void add(Tally tally) {
        executions += tally.executions();
        doubles += tally.doubles();
        lost += tally.lost();
        exceptions += tally.exceptions();
    }

    private static final class Killed extends Error {}
}
