package org.restante.metering;

import java.time.Duration;
import org.restante.chat.ChatState;
import org.restante.conversation.Conversations;
import org.restante.dedup.DedupCache;
import org.restante.entry.ProfileId;
import org.restante.keystore.KeyLocks;
import org.restante.keystore.KeyStore;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryCache;
import org.restante.storage.Profiles;
import org.restante.storage.Storage;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;

/**
 * Gives everything that can be measured in a form that is: it does the same, and tells a meter. Each call of a caller is one
 * operation; what it does inside is not counted again. Thread-safe.
 */
public final class Metering {

    /** Of how many profiles the number of sent messages is told at most. */
    public static final int PROFILES = 20;

    private final Meter meter;
    private final Ticker ticker;
    private final Timing timing;
    private final RecentProfiles senders = new RecentProfiles(PROFILES);

    public Metering(Meter meter, Ticker ticker) {
        this.meter = meter;
        this.ticker = ticker;
        this.timing = new Timing(meter, ticker);
    }

    /** On this machine's clock. */
    public static Metering to(Meter meter) {
        return new Metering(meter, Ticker.system());
    }

    public Storage of(Storage storage) {
        return new MeteredStorage(storage, timing);
    }

    public Profiles of(Profiles profiles) {
        return new MeteredProfiles(profiles, timing);
    }

    public KeyStore of(KeyStore keys) {
        return new MeteredKeyStore(keys, timing);
    }

    public KeyLocks of(KeyLocks locks) {
        return new MeteredKeyLocks(locks, meter, ticker);
    }

    /** Those of that profile, which is among {@link #senders} after a put. */
    public RetryCache of(ProfileId profile, RetryCache cache) {
        return new MeteredRetryCache(cache, timing, () -> senders.use(profile));
    }

    public RetryBudget of(RetryBudget budget) {
        return (id, requester) ->
                timing.timed(Operation.RETRY_ATTEMPT, () -> budget.tryConsume(id, requester), Outcomes::of);
    }

    public DedupCache of(DedupCache cache) {
        return new MeteredDedupCache(cache, timing);
    }

    public ChatState of(ChatState chat) {
        return new MeteredChatState(chat, timing);
    }

    public Conversations of(Conversations conversations) {
        return new MeteredConversations(conversations, timing);
    }

    /** The pause before something of that capability is done again. */
    public Pause of(Capability capability, Pause pause) {
        return (Duration duration) -> {
            meter.retry(capability);
            pause.of(duration);
        };
    }

    /** The {@value #PROFILES} profiles that sent last, here. */
    public RecentProfiles senders() {
        return senders;
    }
}
