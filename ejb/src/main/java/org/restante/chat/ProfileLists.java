package org.restante.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.chat.SeriesStore.Bounds;
import org.restante.chat.SeriesStore.Kind;
import org.restante.chat.SeriesStore.Series;
import org.restante.entry.ProfileId;

/** The lists of one profile. Thread-safe. */
final class ProfileLists implements CappedLists {

    private final ProfileId profile;
    private final ChatStates states;

    ProfileLists(ProfileId profile, ChatStates states) {
        this.profile = profile;
        this.states = states;
    }

    @Override
    public void append(String key, Object item, int maxLength, @Nullable Duration timeToLive) {
        Series series = series(key);
        Instant now = states.now();
        Bounds bounds = new Bounds(Limits.require("maxLength", maxLength, MAX_LENGTH), Limits.end(now, timeToLive));
        states.adapter().series().append(series, states.codec().encode(ChatCodec.Place.of(series), item), bounds, now);
    }

    @Override
    public <V> List<V> list(String key, Class<V> type) {
        Series series = series(key);
        return states.adapter().series().list(series, states.now()).stream()
                .map(item -> states.codec().decode(ChatCodec.Place.of(series), type, item))
                .toList();
    }

    @Override
    public void delete(String key) {
        states.adapter().series().delete(series(key));
    }

    private Series series(String key) {
        return new Series(profile, Kind.LIST, key);
    }
}
