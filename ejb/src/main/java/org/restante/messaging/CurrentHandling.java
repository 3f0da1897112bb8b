package org.restante.messaging;

import org.restante.dedup.Claim;
import org.restante.dedup.Receipt;

/** Delegates to the handling of the calling thread. Thread-safe. */
public final class CurrentHandling implements Handling {

    @Override
    public Claim claim() {
        return Frame.current().claim();
    }

    @Override
    public int attempt() {
        return Frame.current().attempt();
    }

    @Override
    public void receipt(Receipt receipt) {
        Frame.current().receipt(receipt);
    }
}
