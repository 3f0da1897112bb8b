package org.restante.cluster;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Keeps what Hazelcast tells of its own start out of the log, unless a level is configured for it. */
final class QuietGrid {

    /** The second one warns at each start that a JVM without options for Hazelcast is a little slower. */
    private static final Map<String, Level> LEVELS = Map.of(
            "com.hazelcast", Level.WARNING,
            "com.hazelcast.instance.impl.HazelcastInstanceFactory", Level.SEVERE);

    /** Held here, since a level is forgotten with its logger. */
    private static final Map<Logger, Level> LOGGERS = LEVELS.entrySet().stream()
            .collect(Collectors.toMap(level -> Logger.getLogger(level.getKey()), Map.Entry::getValue));

    private QuietGrid() {}

    static void begin() {
        LOGGERS.forEach((logger, level) -> {
            if (logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
    }
}
