package org.restante.metering;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.chat.CappedLists;

/** Lists that keep what came last, measured. */
record MeteredCappedLists(CappedLists lists, Timing timing) implements CappedLists {

    @Override
    public void append(String key, Object item, int maxLength, @Nullable Duration timeToLive) {
        timing.done(Operation.CHAT_APPEND, () -> lists.append(key, item, maxLength, timeToLive));
    }

    @Override
    public <V> List<V> list(String key, Class<V> type) {
        return timing.timed(
                Operation.CHAT_LIST, () -> lists.list(key, type), items -> Outcomes.found(!items.isEmpty()));
    }

    @Override
    public void delete(String key) {
        timing.done(Operation.CHAT_DELETE_LIST, () -> lists.delete(key));
    }
}
