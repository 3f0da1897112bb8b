package org.restante.chat;

import java.util.List;
import org.restante.entry.ProfileId;

/** The conversations of all profiles, for people who look after them. Thread-safe. */
public final class ChatDesk {

    private final ChatStates states;

    ChatDesk(ChatStates states) {
        this.states = states;
    }

    /**
     * Those that somebody has, the oldest first.
     *
     * @param most how many at most
     */
    public List<HeldConversation> oldest(int most) {
        return states.adapter().locks().oldest(states.now(), most);
    }

    /**
     * Sets a conversation free, and gives up what waits for it.
     *
     * @return whether that owner had it until now; if not, nothing is done
     */
    public boolean release(ProfileId profile, String key, String owner) {
        return states.of(profile).locks().release(key, owner) instanceof ReleaseResult.Released;
    }

    /** How many subscriptions a profile has, counted up to {@code most}. */
    public int subscriptions(ProfileId profile, int most) {
        return states.adapter().values().count(profile, ValueStore.Kind.SUBSCRIPTION, most);
    }
}
