package org.restante.audit;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;

/** Where a record stands in the trail: by its time, and at one time by its number. */
public record AuditPlace(Instant at, long number) implements Comparable<AuditPlace> {

    private static final Comparator<AuditPlace> ORDER =
            comparing(AuditPlace::at).thenComparing(AuditPlace::number);

    @Override
    public int compareTo(AuditPlace other) {
        return ORDER.compare(this, other);
    }
}
