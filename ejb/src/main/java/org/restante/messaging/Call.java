package org.restante.messaging;

import org.jspecify.annotations.Nullable;
import org.restante.dedup.DedupKey;
import org.restante.dedup.Receipt;

/** A call of a deduplicated method, which it names as its text. */
interface Call {

    DedupKey key();

    /** How often it was made, as far as whoever makes it counts. */
    int deliveries();

    /** Runs the method. */
    @Nullable Object proceed() throws Exception;

    /**
     * What to keep of it.
     *
     * @param set what the method has set, null when it has not
     */
    Receipt receipt(@Nullable Object result, @Nullable Receipt set);

    /** Does what is to be done instead with a duplicate; what the caller is given. */
    @Nullable Object duplicate(Receipt receipt);

    /** Puts it aside for good, after so many attempts and one; what the caller is given. */
    @Nullable Object giveUp(int attempt);
}
