package org.restante.chat.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.restante.chat.ConversationKey;
import org.restante.chat.SeriesStore.Series;
import org.restante.chat.ValueStore.Cell;
import org.restante.chat.ValueStore.Expiring;

/**
 * All that is kept. Whoever looks at it or changes it has its monitor.
 *
 * @param numbers of tokens, marks, items and entries, each larger than all before it
 */
record Memory(
        Map<Cell, Expiring> values,
        Windows windows,
        Map<Series, Items> series,
        Map<ConversationKey, Conversation> conversations,
        AtomicLong numbers) {

    static Memory empty() {
        return new Memory(new HashMap<>(), new Windows(), new HashMap<>(), new HashMap<>(), new AtomicLong());
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }
}
