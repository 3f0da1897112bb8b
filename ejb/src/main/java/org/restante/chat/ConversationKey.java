package org.restante.chat;

import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/**
 * The lock of a conversation.
 *
 * @param key 1 to 512 characters, without U+0000
 */
public record ConversationKey(ProfileId profile, String key) {

    public ConversationKey {
        EntryKey.requireKey("key", key);
    }
}
