package org.restante.retry;

/**
 * Bounds how often one requester gets one message of a profile again, so that two that do not understand each other do not
 * go on for ever. Thread-safe, and exact over all nodes.
 */
public interface RetryBudget {

    /**
     * Counts an attempt, whether the message is there or not. Counted anew a time to live after the first.
     *
     * @param id the message, 1 to 512 characters
     * @param requester who asks, 1 to 512 characters
     */
    RetryAttempt tryConsume(String id, String requester);
}
