package org.restante.messaging;

import org.jspecify.annotations.Nullable;
import org.restante.dedup.DedupKey;
import org.restante.dedup.Receipt;

/**
 * A call came with a key that was handled: an event for observers that send the stored answer again. If one throws, the call
 * fails with that, and a message is delivered again.
 *
 * @param receipt of the call that was handled
 * @param argument the first of the call that was not, such as the message; null where there is none
 */
public record Duplicate(
        DedupKey key, Receipt receipt, @Nullable Object argument) {

    /** Without the argument. */
    @Override
    public String toString() {
        return "Duplicate(" + key + ", " + receipt + ")";
    }
}
