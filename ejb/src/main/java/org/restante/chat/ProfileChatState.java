package org.restante.chat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ValueStore.Cell;
import org.restante.chat.ValueStore.Expiring;
import org.restante.chat.ValueStore.Kind;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;

/** The state of one profile. Thread-safe. */
final class ProfileChatState implements ChatState {

    private static final byte[] NOTHING = {};

    private final ProfileId profile;
    private final ChatStates states;

    ProfileChatState(ProfileId profile, ChatStates states) {
        this.profile = profile;
        this.states = states;
    }

    @Override
    public void subscribe(String thread) {
        store().put(subscription(thread), new Expiring(NOTHING, null));
    }

    @Override
    public void unsubscribe(String thread) {
        store().delete(subscription(thread));
    }

    @Override
    public boolean isSubscribed(String thread) {
        return store().get(subscription(thread), states.now()) != null;
    }

    private Cell subscription(String thread) {
        return new Cell(profile, Kind.SUBSCRIPTION, thread);
    }

    @Override
    public Map<String, Object> threadState(String thread) {
        return state(new Cell(profile, Kind.THREAD, thread));
    }

    @Override
    public void putThreadState(String thread, Map<String, ?> state) {
        putState(new Cell(profile, Kind.THREAD, thread), state);
    }

    @Override
    public Map<String, Object> channelState(String channel) {
        return state(new Cell(profile, Kind.CHANNEL, channel));
    }

    @Override
    public void putChannelState(String channel, Map<String, ?> state) {
        putState(new Cell(profile, Kind.CHANNEL, channel), state);
    }

    private Map<String, Object> state(Cell cell) {
        byte[] stored = store().get(cell, states.now());
        return stored == null ? Map.of() : states.codec().decodeMap(ChatCodec.Place.of(cell), stored);
    }

    private void putState(Cell cell, Map<String, ?> state) {
        store().put(cell, new Expiring(states.codec().encode(ChatCodec.Place.of(cell), state), null));
    }

    @Override
    public boolean isDuplicate(@Nullable String key) {
        return key != null && states.adapter().dedupe().contains(profile, new DedupeKey(key));
    }

    @Override
    public boolean markDedupe(@Nullable String key, int limit) {
        if (limit < 1) {
            throw new InvalidInputException("limit", "must be at least 1, but is " + limit);
        }
        return key != null && states.adapter().dedupe().mark(profile, new DedupeKey(key), limit);
    }

    @Override
    public ConversationLocks locks() {
        return new ProfileLocks(profile, states);
    }

    @Override
    public KeyedValues values() {
        return new ProfileValues(profile, states);
    }

    @Override
    public CappedLists lists() {
        return new ProfileLists(profile, states);
    }

    @Override
    public EntryQueues queues() {
        return new ProfileQueues(profile, states);
    }

    @Override
    public ChatSnapshots snapshots() {
        return new ProfileSnapshots(profile, states);
    }

    @Override
    public void clear() {
        states.adapter().clear(profile);
    }

    @Override
    public ChatState independent() {
        return new ProfileChatState(profile, states.independent());
    }

    private ValueStore store() {
        return states.adapter().values();
    }
}
