package org.restante.messaging;

import org.restante.dedup.Claim;
import org.restante.dedup.Receipt;

/** That of the calling thread, whichever it is. Thread-safe. */
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
