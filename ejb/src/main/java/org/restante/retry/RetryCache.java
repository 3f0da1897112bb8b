package org.restante.retry;

import java.util.Optional;
import org.restante.entry.InvalidInputException;

/**
 * The recently sent messages of one profile. Thread-safe, and not part of any transaction: a message that was sent was
 * sent, whatever becomes of the work that sent it.
 *
 * <p>At most {@link RetryLimits#bound} messages are kept, strictly: one more, and the one with the lowest timestamp goes, of
 * equal ones that with the lowest id. Reading keeps nothing longer. What is older than the time to live is not there, neither
 * for {@code get} nor for {@code count}. Every operation throws {@link InvalidInputException} for an id that is empty or over
 * 512 characters, before anything is done.
 */
public interface RetryCache {

    /**
     * Remembers a message, in the place of an earlier one of that id. It is not kept when it is the oldest of a full cache or
     * older than the time to live.
     *
     * @throws InvalidInputException naming {@code timestamp} when that is ahead of the clock by more than the time to live, or
     *     {@code message} when it is over the limit; then nothing is stored
     * @throws RetryCacheReadOnlyException when there is nothing behind this cache but a source
     */
    void put(String id, RetryEntry entry);

    /** The message, from the cache or else from a {@link RetrySource}. */
    Optional<RetryEntry> get(String id);

    /**
     * The message if it was sent to that recipient, also when it was sent to the recipient's other address: a phone number
     * and a LID that {@code LID_MAPPING} holds as one. The device in an address does not count.
     */
    Optional<RetryEntry> get(String recipient, String id);

    /** How many messages are there. */
    int count();

    /**
     * Forgets a message, as when it was revoked; one that is not there is fine. A {@link RetrySource} is the application's: it
     * takes the message out there itself.
     *
     * @throws RetryCacheReadOnlyException when there is nothing behind this cache but a source
     */
    void remove(String id);

    /** Forgets all messages of this profile, and how often each was asked for. */
    void clear();

    /** The limits of this profile. */
    RetryLimits limits();
}
