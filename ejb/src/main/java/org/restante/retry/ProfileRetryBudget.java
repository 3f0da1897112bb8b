package org.restante.retry;

import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/** The attempts at messages of one profile. */
final class ProfileRetryBudget implements RetryBudget {

    private final ProfileId profile;
    private final RetryCaches caches;

    ProfileRetryBudget(ProfileId profile, RetryCaches caches) {
        this.profile = profile;
        this.caches = caches;
    }

    @Override
    public RetryAttempt tryConsume(String id, String requester) {
        RetryKey message = new RetryKey(profile, id);
        EntryKey.requireKey("requester", requester);
        int limit = caches.caps().attempts();
        long now = caches.now();
        long until = now + caches.limits(profile).timeToLive().toMillis();
        int attempt = caches.adapter().attempt(new RetryCacheAdapter.Attempt(message, requester, limit, now, until));
        return new RetryAttempt(attempt <= limit, Math.min(attempt, limit), limit);
    }
}
