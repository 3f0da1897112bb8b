package org.restante.metering;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.chat.KeyedValues;

/** Values under a key, measured. */
record MeteredKeyedValues(KeyedValues values, Timing timing) implements KeyedValues {

    @Override
    public <V> Optional<V> get(String key, Class<V> type) {
        return timing.timed(
                Operation.CHAT_GET_VALUE, () -> values.get(key, type), found -> Outcomes.found(found.isPresent()));
    }

    @Override
    public void set(String key, Object value, @Nullable Duration timeToLive) {
        timing.done(Operation.CHAT_SET_VALUE, () -> values.set(key, value, timeToLive));
    }

    @Override
    public boolean setIfAbsent(String key, Object value, @Nullable Duration timeToLive) {
        return timing.timed(
                Operation.CHAT_SET_VALUE_IF_ABSENT,
                () -> values.setIfAbsent(key, value, timeToLive),
                set -> set ? Outcome.DONE : Outcome.CONFLICT);
    }

    @Override
    public void delete(String key) {
        timing.done(Operation.CHAT_DELETE_VALUE, () -> values.delete(key));
    }
}
