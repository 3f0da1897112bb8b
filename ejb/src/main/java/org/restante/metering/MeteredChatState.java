package org.restante.metering;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.chat.CappedLists;
import org.restante.chat.ChatSnapshots;
import org.restante.chat.ChatState;
import org.restante.chat.ConversationLocks;
import org.restante.chat.EntryQueues;
import org.restante.chat.KeyedValues;

/** What one profile remembers of its conversations, measured. */
record MeteredChatState(ChatState chat, Timing timing) implements ChatState {

    @Override
    public void subscribe(String thread) {
        timing.done(Operation.CHAT_SUBSCRIBE, () -> chat.subscribe(thread));
    }

    @Override
    public void unsubscribe(String thread) {
        timing.done(Operation.CHAT_UNSUBSCRIBE, () -> chat.unsubscribe(thread));
    }

    @Override
    public boolean isSubscribed(String thread) {
        return timing.timed(Operation.CHAT_IS_SUBSCRIBED, () -> chat.isSubscribed(thread), Outcomes::found);
    }

    @Override
    public Map<String, Object> threadState(String thread) {
        return timing.timed(
                Operation.CHAT_THREAD_STATE, () -> chat.threadState(thread), state -> Outcomes.found(!state.isEmpty()));
    }

    @Override
    public void putThreadState(String thread, Map<String, ?> state) {
        timing.done(Operation.CHAT_PUT_THREAD_STATE, () -> chat.putThreadState(thread, state));
    }

    @Override
    public Map<String, Object> channelState(String channel) {
        return timing.timed(
                Operation.CHAT_CHANNEL_STATE,
                () -> chat.channelState(channel),
                state -> Outcomes.found(!state.isEmpty()));
    }

    @Override
    public void putChannelState(String channel, Map<String, ?> state) {
        timing.done(Operation.CHAT_PUT_CHANNEL_STATE, () -> chat.putChannelState(channel, state));
    }

    @Override
    public boolean isDuplicate(@Nullable String key) {
        return timing.timed(Operation.CHAT_IS_DUPLICATE, () -> chat.isDuplicate(key), Outcomes::duplicate);
    }

    @Override
    public boolean markDedupe(@Nullable String key, int limit) {
        return timing.timed(Operation.CHAT_MARK_DEDUPE, () -> chat.markDedupe(key, limit), Outcomes::duplicate);
    }

    @Override
    public ConversationLocks locks() {
        return new MeteredConversationLocks(chat.locks(), timing);
    }

    @Override
    public KeyedValues values() {
        return new MeteredKeyedValues(chat.values(), timing);
    }

    @Override
    public CappedLists lists() {
        return new MeteredCappedLists(chat.lists(), timing);
    }

    @Override
    public EntryQueues queues() {
        return new MeteredEntryQueues(chat.queues(), timing);
    }

    @Override
    public ChatSnapshots snapshots() {
        return new MeteredChatSnapshots(chat.snapshots(), timing);
    }

    @Override
    public void clear() {
        timing.done(Operation.CHAT_CLEAR, chat::clear);
    }

    @Override
    public ChatState independent() {
        return new MeteredChatState(chat.independent(), timing);
    }
}
