package org.restante.wiring;

import java.util.List;
import org.restante.codec.PayloadCipher;
import org.restante.codec.TinkCipher;
import org.restante.entry.InvalidInputException;
import org.restante.settings.StorageSettings;

/** Encryption at rest as it is configured. */
final class Ciphers {

    private Ciphers() {}

    /** What is wrong with the configured keyset: nothing or one problem. */
    static List<String> problems(StorageSettings settings) {
        try {
            of(settings);
            return List.of();
        } catch (InvalidInputException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    static PayloadCipher of(StorageSettings settings) {
        return settings.keyset().<PayloadCipher>map(TinkCipher::fromKeyset).orElseGet(PayloadCipher::none);
    }
}
