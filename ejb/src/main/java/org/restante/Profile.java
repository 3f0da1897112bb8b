package org.restante;

import org.restante.chat.ChatState;
import org.restante.conversation.Conversations;
import org.restante.entry.ProfileId;
import org.restante.keystore.DecryptOnce;
import org.restante.keystore.KeyStore;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryCache;
import org.restante.storage.Storage;

/** The services of one profile, each bound to it. Thread-safe. */
public interface Profile {

    ProfileId id();

    /** The durable entries of this profile. */
    Storage storage();

    /** The keys of this profile, changed under locks. */
    KeyStore keyStore();

    /** The messages of this profile that are decrypted and not handled yet. */
    DecryptOnce decryptOnce();

    /** The messages that this profile sent of late, for those who ask for one again. */
    RetryCache retryCache();

    /** How often a message of this profile is sent again. */
    RetryBudget retryBudget();

    /** What this profile remembers of its conversations. */
    ChatState chat();

    /** The conversations of this profile, whose messages are handled in order and once. */
    Conversations conversations();
}
