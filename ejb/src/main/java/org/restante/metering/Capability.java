package org.restante.metering;

import java.util.Locale;

/** What the engine offers. */
public enum Capability {
    STORAGE,
    KEYSTORE,
    RETRY,
    DEDUP,
    CHAT;

    /** As it is called in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
