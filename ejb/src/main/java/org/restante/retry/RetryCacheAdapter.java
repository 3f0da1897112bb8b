package org.restante.retry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;

/**
 * Where sent messages are kept. Implementations are thread-safe, know nothing of values, and take no part in the caller's
 * transaction.
 */
public interface RetryCacheAdapter extends AutoCloseable {

    /**
     * Keeps a message in the place of an earlier one of its key, and drops what the retention does not keep, which may be the
     * message itself: first what has expired, then, while there are more than the bound, the lowest by timestamp and id.
     */
    void put(RetryKey key, StoredMessage message, Retention retention);

    /** What is kept, also when it has expired and was not dropped yet; null when there is nothing. */
    @Nullable StoredMessage get(RetryKey key);

    /** How many messages of a profile have a timestamp that is not older. */
    int count(ProfileId profile, long oldest);

    /** Forgets the message, whether it is there or not. */
    void remove(RetryKey key);

    /** Forgets all messages and attempts of a profile. */
    void clear(ProfileId profile);

    /**
     * Counts an attempt in one atomic step.
     *
     * @return which one it is, counted from 1; {@code limit + 1} for all over the limit
     */
    int attempt(Attempt attempt);

    /**
     * An attempt.
     *
     * @param limit up to where is counted
     * @param now milliseconds since 1970
     * @param until when it is forgotten again if it is the first
     */
    record Attempt(RetryKey message, String requester, int limit, long now, long until) {}

    /**
     * Drops what has expired of profiles to which nothing is put any more. Called now and then.
     *
     * @param now milliseconds since 1970
     */
    void sweep(Oldest oldest, long now);

    /**
     * The lowest timestamps that have not expired.
     *
     * @param ofProfiles of those that have a time to live of their own
     */
    record Oldest(Map<ProfileId, Long> ofProfiles, long ofOthers) {

        /** That of one profile. */
        public long of(ProfileId profile) {
            return ofProfiles.getOrDefault(profile, ofOthers);
        }
    }

    @Override
    void close();
}
