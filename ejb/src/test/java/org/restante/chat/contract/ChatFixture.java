package org.restante.chat.contract;

import java.time.Duration;
import java.util.UUID;
import org.restante.chat.ChatAdapter;
import org.restante.chat.ChatState;
import org.restante.chat.ChatStates;
import org.restante.chat.QueueBound;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.testing.TestClock;

/** What the contracts are run against: conversations over one adapter and on a clock of its own. */
public interface ChatFixture {

    Duration LEASE = Duration.ofSeconds(30);

    /** The same object throughout a test. Its store may hold what is of other profiles. */
    ChatAdapter adapter();

    /** The time, which only the test moves; the same throughout a test. */
    TestClock clock();

    /** The conversations of all profiles. */
    default ChatStates states() {
        return new ChatStates(
                adapter(),
                new EntryCodec(PayloadCipher.none()),
                new ChatStates.Conduct(LEASE, QueueBound.DEFAULT, clock()));
    }

    /** The conversations of a profile that was never used. */
    default ChatState fresh() {
        return states().of(new ProfileId("contract-" + UUID.randomUUID()));
    }
}
