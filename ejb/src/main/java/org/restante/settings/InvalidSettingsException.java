package org.restante.settings;

import java.util.List;
import org.restante.entry.RestanteException;

/** Restante cannot start as it is configured; the message names every problem. */
public final class InvalidSettingsException extends RestanteException {

    public InvalidSettingsException(List<String> problems) {
        super("Restante cannot start: " + String.join("; ", problems));
    }
}
