package org.restante.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ValueStore.Cell;
import org.restante.chat.ValueStore.Expiring;
import org.restante.chat.ValueStore.Kind;
import org.restante.entry.ProfileId;

/** The values of one profile. Thread-safe. */
final class ProfileValues implements KeyedValues {

    private final ProfileId profile;
    private final ChatStates states;

    ProfileValues(ProfileId profile, ChatStates states) {
        this.profile = profile;
        this.states = states;
    }

    @Override
    public <V> Optional<V> get(String key, Class<V> type) {
        Cell cell = cell(key);
        byte[] stored = states.adapter().values().get(cell, states.now());
        return Optional.ofNullable(stored).map(bytes -> states.codec().decode(ChatCodec.Place.of(cell), type, bytes));
    }

    @Override
    public void set(String key, Object value, @Nullable Duration timeToLive) {
        Cell cell = cell(key);
        states.adapter().values().put(cell, expiring(cell, value, timeToLive, states.now()));
    }

    @Override
    public boolean setIfAbsent(String key, Object value, @Nullable Duration timeToLive) {
        Cell cell = cell(key);
        Instant now = states.now();
        return states.adapter().values().putIfAbsent(cell, expiring(cell, value, timeToLive, now), now);
    }

    @Override
    public void delete(String key) {
        states.adapter().values().delete(cell(key));
    }

    private Cell cell(String key) {
        return new Cell(profile, Kind.VALUE, key);
    }

    private Expiring expiring(Cell cell, Object value, @Nullable Duration timeToLive, Instant now) {
        return new Expiring(states.codec().encode(ChatCodec.Place.of(cell), value), Limits.end(now, timeToLive));
    }
}
