package org.restante.dedup;

import java.time.Instant;

/** What became of the wish to handle a key. */
public sealed interface Decision {

    /** It is the caller's: to be handled, then completed or released. */
    record Claimed(Claim claim) implements Decision {}

    /** It is not the caller's. */
    sealed interface Taken extends Decision {

        /** Since when it is so. */
        Instant since();
    }

    /**
     * Somebody is handling it. Not to be taken for done: it may come to nothing. Of a claim in a transaction that has not
     * ended nothing else is known: then it is told as attempt 1 of this moment, with the lease of the namespace.
     *
     * @param since when the key was claimed first
     * @param leaseUntil when it can be claimed again if nothing more is heard of it
     * @param attempt which one it is
     */
    record InFlight(Instant since, Instant leaseUntil, int attempt) implements Taken {}

    /**
     * It was handled.
     *
     * @param since when
     * @param receipt what came of it, the same bytes
     */
    record Completed(Instant since, Receipt receipt) implements Taken {}
}
