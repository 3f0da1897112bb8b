package org.restante.chat.contract;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import org.restante.chat.ChatAdapter;
import org.restante.chat.ChatState;
import org.restante.chat.ChatStates;
import org.restante.chat.QueueBound;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.testing.TestClock;

/** What the contracts are run against: states over one adapter and on a clock of its own. */
public interface ChatFixture {

    Duration LEASE = Duration.ofSeconds(30);
    Duration MICRO = Duration.ofNanos(1000);

    /** The same object throughout a test. Its store may hold other profiles. */
    ChatAdapter adapter();

    /** The time, which only the test moves; the same throughout a test. */
    TestClock clock();

    default ThreadFactory threads() {
        return Thread::new;
    }

    /** The states of all profiles. */
    default ChatStates states() {
        return over(adapter(), clock());
    }

    /** The same, encrypted. */
    default ChatStates states(PayloadCipher cipher) {
        return over(adapter(), clock(), cipher);
    }

    /** Those over an adapter, for tests beside the contracts. */
    static ChatStates over(ChatAdapter adapter, InstantSource clock) {
        return over(adapter, clock, PayloadCipher.none());
    }

    private static ChatStates over(ChatAdapter adapter, InstantSource clock, PayloadCipher cipher) {
        return new ChatStates(
                adapter, new EntryCodec(cipher), new ChatStates.Conduct(LEASE, QueueBound.DEFAULT, clock));
    }

    /** The state of a profile that was never used. */
    default ChatState fresh() {
        return states().of(profile());
    }

    /** A profile that was never used. */
    static ProfileId profile() {
        return new ProfileId("contract-" + UUID.randomUUID());
    }
}
