package org.restante.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How conversations are kept.
 *
 * @param adapter name of the adapter: {@value #JPA}, {@value #MEMORY} or that of an application's bean; when none is named,
 *     {@value #JPA} where entries are in the database and {@value #MEMORY} where they are not
 * @param lease how long a lock is held unless it is extended
 * @param queue what waits for a lock
 */
public record ChatSettings(Optional<String> adapter, Duration lease, Queue queue) {

    public static final String ADAPTER = "restante.chat.adapter";

    /** The adapter that keeps conversations in the database. */
    public static final String JPA = "jpa";

    /** The adapter that keeps conversations while the process runs. */
    public static final String MEMORY = "memory";

    /**
     * What waits for a lock.
     *
     * @param size how many entries
     * @param overflow what goes beyond that
     * @param timeToLive how long
     */
    public record Queue(int size, Overflow overflow, Duration timeToLive) {}

    /** What goes where there is one entry too many. */
    public enum Overflow {
        DROP_OLDEST,
        DROP_NEWEST
    }

    static ChatSettings read(SettingsReader reader) {
        return new ChatSettings(
                reader.stripped(ADAPTER),
                reader.duration(
                        "restante.chat.lease", Duration.ofSeconds(30), Duration.ofMillis(1), Duration.ofDays(1)),
                new Queue(
                        (int) reader.number("restante.chat.queue.size", 10, 1, 10_000),
                        reader.choice("restante.chat.queue.overflow", Overflow.class, Overflow.DROP_OLDEST),
                        reader.duration(
                                "restante.chat.queue.time-to-live",
                                Duration.ofSeconds(90),
                                Duration.ofMillis(1),
                                Duration.ofDays(3650))));
    }

    /** The name of the adapter, where entries are in the database or not. */
    public String adapter(boolean entriesInDatabase) {
        return adapter.orElse(entriesInDatabase ? JPA : MEMORY);
    }
}
