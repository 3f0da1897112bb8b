package org.restante.settings;

import java.time.Duration;

/** How long it is known who changed what by hand. */
public record AuditSettings(Duration retention) {

    public static final String RETENTION = "restante.audit.retention";

    private static final Duration DEFAULT_RETENTION = Duration.ofDays(90);

    static AuditSettings read(SettingsReader reader) {
        return new AuditSettings(
                reader.duration(RETENTION, DEFAULT_RETENTION, Duration.ofHours(1), Duration.ofDays(3650)));
    }
}
