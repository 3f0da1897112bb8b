package org.restante.metering;

import java.util.Optional;
import org.restante.chat.EntryQueues;

/** Queues apart from the locks, measured. */
record MeteredEntryQueues(EntryQueues queues, Timing timing) implements EntryQueues {

    @Override
    public int put(String key, Object entry, int maxSize) {
        return timing.timed(Operation.CHAT_PUT_ENTRY, () -> queues.put(key, entry, maxSize), depth -> Outcome.DONE);
    }

    @Override
    public <V> Optional<Taken<V>> take(String key, Class<V> type) {
        return timing.timed(
                Operation.CHAT_TAKE_ENTRY, () -> queues.take(key, type), taken -> Outcomes.found(taken.isPresent()));
    }

    @Override
    public int depth(String key) {
        return timing.timed(Operation.CHAT_QUEUE_DEPTH, () -> queues.depth(key), depth -> Outcome.DONE);
    }

    @Override
    public void clear(String key) {
        timing.done(Operation.CHAT_CLEAR_QUEUE, () -> queues.clear(key));
    }
}
