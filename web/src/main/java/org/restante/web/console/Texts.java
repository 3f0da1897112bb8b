package org.restante.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.restante.time.ClusterClock;

/** Numbers and times as people read them. */
@Named("text")
@ApplicationScoped
public class Texts {

    /** How far things are counted on a page. */
    public static final int COUNTED = 1000;

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int KIB = 1024;

    @Inject
    ClusterClock clock;

    /** A time where nobody knows the reader's zone. */
    public String utc(@Nullable Instant time) {
        return time == null ? "" : UTC.format(time);
    }

    /** How long ago that was. */
    public String age(Instant since) {
        return lasting(Duration.between(since, clock.instant()));
    }

    /** How long it is until then. */
    public String until(Instant end) {
        return lasting(Duration.between(clock.instant(), end));
    }

    /** A number that was counted up to one more than {@link #COUNTED}. */
    public String counted(int count) {
        return count > COUNTED ? "more than " + number(COUNTED) : number(count);
    }

    /** A number in groups of three digits. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    /** A number of bytes. */
    public String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < (long) KIB * KIB
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / (double) KIB)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (KIB * KIB));
    }

    static String lasting(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 100) {
            return seconds + " s";
        }
        if (seconds < Duration.ofMinutes(100).toSeconds()) {
            return duration.toMinutes() + " min";
        }
        return seconds < Duration.ofDays(2).toSeconds() ? duration.toHours() + " h" : duration.toDays() + " days";
    }
}
