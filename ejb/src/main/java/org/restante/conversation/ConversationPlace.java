package org.restante.conversation;

import org.restante.chat.ConversationKey;
import org.restante.chat.TurnStore.Ready;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/**
 * A conversation and what its lock is called: the handler's name, a colon, the key, and, where several messages are handled at
 * once, {@code #} and a number.
 *
 * @param key of the conversation
 * @param lock what is locked
 */
record ConversationPlace(String key, ConversationKey lock) {

    static ConversationPlace of(ProfileId profile, ConversationHandler<?> handler, Incoming incoming) {
        EntryKey.requireKey("key", incoming.key());
        EntryKey.requireKey("id", incoming.id());
        String lock = handler.name() + ":" + incoming.key();
        ConversationRules rules = handler.rules();
        boolean several = rules.strategy() == ConversationStrategy.CONCURRENT;
        return new ConversationPlace(
                incoming.key(),
                new ConversationKey(
                        profile,
                        several ? lock + "#" + Math.floorMod(incoming.id().hashCode(), rules.cap()) : lock));
    }

    /** That of a message which waits. */
    static ConversationPlace of(Ready ready, ConversationRules rules) {
        String lock = ready.key().key();
        String prefix = ready.handler() + ":"; // unless a snapshot was written by others
        String key = lock.startsWith(prefix) ? lock.substring(prefix.length()) : lock;
        boolean several = rules.strategy() == ConversationStrategy.CONCURRENT && key.indexOf('#') > 0;
        return new ConversationPlace(several ? key.substring(0, key.lastIndexOf('#')) : key, ready.key());
    }

    ProfileId profile() {
        return lock.profile();
    }

    /** A message that comes. */
    record Incoming(String key, String id) {}
}
