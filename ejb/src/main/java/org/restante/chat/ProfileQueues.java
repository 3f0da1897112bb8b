package org.restante.chat;

import java.util.Optional;
import org.restante.chat.SeriesStore.Bounds;
import org.restante.chat.SeriesStore.Kind;
import org.restante.chat.SeriesStore.Series;
import org.restante.entry.ProfileId;

/** The queues of one profile. Thread-safe. */
final class ProfileQueues implements EntryQueues {

    private final ProfileId profile;
    private final ChatStates states;

    ProfileQueues(ProfileId profile, ChatStates states) {
        this.profile = profile;
        this.states = states;
    }

    @Override
    public int put(String key, Object entry, int maxSize) {
        Series series = series(key);
        Bounds bounds = new Bounds(Limits.require("maxSize", maxSize, MAX_SIZE), null);
        byte[] item = states.codec().encode(ChatCodec.Place.of(series), entry);
        return states.adapter().series().append(series, item, bounds, states.now());
    }

    @Override
    public <V> Optional<Taken<V>> take(String key, Class<V> type) {
        Series series = series(key);
        return states.adapter()
                .atomically(adapter -> adapter.series()
                        .take(series, states.now())
                        .map(first -> new Taken<>(
                                states.codec().decode(ChatCodec.Place.of(series), type, first.item()), first.left())));
    }

    @Override
    public int depth(String key) {
        return states.adapter().series().length(series(key), states.now());
    }

    @Override
    public void clear(String key) {
        states.adapter().series().delete(series(key));
    }

    private Series series(String key) {
        return new Series(profile, Kind.QUEUE, key);
    }
}
