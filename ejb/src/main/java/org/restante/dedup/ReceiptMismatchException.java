package org.restante.dedup;

import org.restante.entry.RestanteException;

/** A key is completed already, with another receipt. The first one was kept. */
public final class ReceiptMismatchException extends RestanteException {

    public ReceiptMismatchException(DedupKey key) {
        super(key + " is completed already, with another receipt, which was kept");
    }
}
