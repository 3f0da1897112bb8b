package org.restante.conversation;

/** What becomes of a message whose conversation is busy, and how messages are put together. */
public enum ConversationStrategy {
    /** It is refused, and can come again. Where the conversation is free it is handled. */
    REJECT,
    /** Each message is handled for itself, in order. */
    QUEUE,
    /** Of all that wait the last is handled, and knows those that it skips. */
    LATEST,
    /** Once no message has come for the time of the window: the last is handled, and knows those that it skips. */
    DEBOUNCE,
    /** All that wait are handled together, in order. */
    BURST,
    /** Each message is handled for itself, in no order, and as many at once as the cap says, on all nodes together. */
    CONCURRENT;

    /** Whether all that wait are taken at once. */
    boolean takesAll() {
        return this == LATEST || this == DEBOUNCE || this == BURST;
    }
}
