package org.restante.wiring;

import java.time.InstantSource;
import java.util.List;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetryLimits;
import org.restante.retry.RetrySource;
import org.restante.settings.RetrySettings;

/** From settings to how sent messages are kept. */
final class RetryConduct {

    private RetryConduct() {}

    static RetryCaches.Conduct of(RetrySettings settings, List<RetrySource> sources, InstantSource clock) {
        return new RetryCaches.Conduct(
                profile -> limits(settings, profile),
                new RetryCaches.Caps(settings.maxMessage(), settings.attempts()),
                sources,
                clock);
    }

    private static RetryLimits limits(RetrySettings settings, ProfileId profile) {
        RetrySettings.Limits limits = settings.limits(profile);
        return new RetryLimits(limits.bound(), limits.timeToLive());
    }
}
