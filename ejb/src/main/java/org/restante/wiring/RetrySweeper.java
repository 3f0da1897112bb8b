package org.restante.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.restante.retry.RetryCaches;
import org.restante.settings.RetrySettings;
import org.restante.storage.StorageUnavailableException;

/** Drops expired messages now and then, at random times, so that the nodes of one database seldom do it together. */
final class RetrySweeper implements Supplier<Duration> {

    private static final Logger LOG = System.getLogger(RetrySweeper.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(90);

    private final RetryCaches caches;
    private final RetrySettings settings;

    RetrySweeper(RetryCaches caches, RetrySettings settings) {
        this.caches = caches;
        this.settings = settings;
    }

    /** One pass; says when the next one is due. */
    @Override
    public Duration get() {
        try {
            caches.sweep(settings.timesToLive(), settings.limits().timeToLive());
        } catch (StorageUnavailableException e) {
            LOG.log(Level.DEBUG, "Expired messages are dropped later", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Expired messages could not be dropped", e);
        }
        return pause();
    }

    static Duration pause() {
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis()));
    }
}
