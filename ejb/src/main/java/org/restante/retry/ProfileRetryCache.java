package org.restante.retry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;

/** The sent messages of one profile. */
final class ProfileRetryCache implements RetryCache {

    private final ProfileId profile;
    private final RetryCaches caches;
    private final Recipients recipients;

    ProfileRetryCache(ProfileId profile, RetryCaches caches, Recipients recipients) {
        this.profile = profile;
        this.caches = caches;
        this.recipients = recipients;
    }

    @Override
    public void put(String id, RetryEntry entry) {
        RetryKey key = new RetryKey(profile, id);
        if (entry == null) {
            throw new InvalidInputException("entry", "must not be null");
        }
        int most = caches.caps().message();
        if (entry.message().length > most) {
            throw new InvalidInputException(
                    "message", "must have at most " + most + " bytes, but has " + entry.message().length);
        }
        RetryLimits limits = limits();
        long now = caches.now();
        if (entry.timestamp() - now > limits.timeToLive().toMillis()) {
            throw new InvalidInputException(
                    "timestamp",
                    "must be at most " + limits.timeToLive() + " ahead of the clock, which is " + now + ", but is "
                            + entry.timestamp());
        }
        Retention retention = new Retention(limits.bound(), oldest(now, limits));
        caches.adapter().put(key, caches.codec().encode(key, entry.copy()), retention);
    }

    @Override
    public Optional<RetryEntry> get(String id) {
        RetryKey key = new RetryKey(profile, id);
        return kept(caches.adapter().get(key))
                .flatMap(stored -> caches.codec().decode(key, stored))
                .or(() -> caches.sources().find(key).map(RetryEntry::copy));
    }

    @Override
    public Optional<RetryEntry> get(String recipient, String id) {
        EntryKey.requireKey("recipient", recipient);
        return get(id).filter(entry -> recipients.same(recipient, entry.recipient()));
    }

    @Override
    public int count() {
        return caches.adapter().count(profile, oldest(caches.now(), limits()));
    }

    @Override
    public void remove(String id) {
        caches.adapter().remove(new RetryKey(profile, id));
    }

    @Override
    public void clear() {
        caches.adapter().clear(profile);
    }

    @Override
    public RetryLimits limits() {
        return caches.limits(profile);
    }

    private Optional<StoredMessage> kept(@Nullable StoredMessage stored) {
        return Optional.ofNullable(stored).filter(message -> message.timestamp() >= oldest(caches.now(), limits()));
    }

    private static long oldest(long now, RetryLimits limits) {
        return now - limits.timeToLive().toMillis();
    }
}
