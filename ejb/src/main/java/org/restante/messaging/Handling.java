package org.restante.messaging;

import org.restante.dedup.Claim;
import org.restante.dedup.Receipt;

/**
 * What a deduplicated method can know and say of its own call. Injected; each operation is about the innermost deduplicated
 * call of the calling thread, and throws {@link IllegalStateException} where there is none.
 */
public interface Handling {

    /** The claim of the key. */
    Claim claim();

    /** 1, or more after deliveries and claims that came to nothing: then the work may have been done in part. */
    int attempt();

    /**
     * Sets what is kept when the call ends well, once or again. A method whose result is its receipt sets none.
     *
     * @see Deduplicated.OnDuplicate#RECEIPT
     */
    void receipt(Receipt receipt);
}
