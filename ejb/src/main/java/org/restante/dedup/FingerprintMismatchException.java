package org.restante.dedup;

import org.restante.entry.RestanteException;

/** A key came before with another payload: two requests have one idempotency key. Nothing was changed. */
public final class FingerprintMismatchException extends RestanteException {

    public FingerprintMismatchException(DedupKey key) {
        super(key + " was claimed with another fingerprint: the payload is not the same");
    }
}
