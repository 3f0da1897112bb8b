package org.restante.camel;

import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.support.SynchronizationAdapter;

/** The last that is done with an exchange. A claim that nobody ended until then is of one that failed and is not to come again. */
final class KeptOnFailure extends SynchronizationAdapter {

    private final Runnable keep;

    KeptOnFailure(Runnable keep) {
        this.keep = keep;
    }

    @Override
    public void onDone(Exchange exchange) {
        keep.run();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST;
    }
}
