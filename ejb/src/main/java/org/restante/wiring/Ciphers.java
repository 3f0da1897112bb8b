package org.restante.wiring;

import org.restante.codec.PayloadCipher;
import org.restante.codec.TinkCipher;
import org.restante.settings.StorageSettings;

/** Encryption at rest as it is configured. */
final class Ciphers {

    private Ciphers() {}

    static PayloadCipher of(StorageSettings settings) {
        return settings.keyset().<PayloadCipher>map(TinkCipher::fromKeyset).orElseGet(PayloadCipher::none);
    }
}
