package org.restante.web.console;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ChatDesk;
import org.restante.metrics.Metrics;
import org.restante.time.ClusterClock;
import org.restante.web.console.Samples.Sample;

/** Takes a sample of the figures every quarter of a minute, whether somebody looks or not. */
@ApplicationScoped
public class Sampler {

    private static final Logger LOG = System.getLogger(Sampler.class.getName());
    private static final int SECONDS = 15;
    private static final int MOST_CONVERSATIONS = 1000;

    private final Samples samples = new Samples();
    private @Nullable Future<?> running;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Metrics metrics;

    @Inject
    ChatDesk conversations;

    @Inject
    ClusterClock clock;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        running = executor.scheduleWithFixedDelay(this::sample, 1, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            running.cancel(true);
        }
    }

    /** Those of the last hour. */
    List<Sample> lastHour() {
        return samples.all();
    }

    private void sample() {
        try {
            double waiting = conversations.oldest(MOST_CONVERSATIONS).stream()
                    .mapToInt(held -> held.lock().depth())
                    .sum();
            samples.add(new Sample(
                    clock.instant(),
                    metrics.counts(Metrics.OPERATION, "capability"),
                    metrics.counts(Metrics.CLAIMS, "outcome"),
                    waiting));
        } catch (RuntimeException e) { // one that is thrown ends the schedule
            LOG.log(Level.DEBUG, "No sample for the console's charts", e);
        }
    }
}
