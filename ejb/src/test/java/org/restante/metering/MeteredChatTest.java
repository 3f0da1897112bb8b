package org.restante.metering;

import org.restante.chat.ChatAdapter;
import org.restante.chat.ChatState;
import org.restante.chat.contract.ChatFixture;
import org.restante.chat.contract.DedupeContract;
import org.restante.chat.contract.FencingContract;
import org.restante.chat.contract.HandOverContract;
import org.restante.chat.contract.LimitsContract;
import org.restante.chat.contract.ListsContract;
import org.restante.chat.contract.LockContract;
import org.restante.chat.contract.QueueContract;
import org.restante.chat.contract.QueuesContract;
import org.restante.chat.contract.StateContract;
import org.restante.chat.contract.SubscriptionContract;
import org.restante.chat.contract.ValuesContract;
import org.restante.chat.memory.MemoryChatAdapter;
import org.restante.testing.TestClock;

/** Measured conversations are conversations. */
class MeteredChatTest
        implements SubscriptionContract,
                StateContract,
                DedupeContract,
                LockContract,
                FencingContract,
                QueueContract,
                HandOverContract,
                ValuesContract,
                ListsContract,
                QueuesContract,
                LimitsContract {

    private final MemoryChatAdapter adapter = new MemoryChatAdapter();
    private final TestClock clock = TestClock.fromNow();
    private final Metering metering = Metering.to(new RecordingMeter());

    @Override
    public ChatAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public ChatState fresh() {
        return metering.of(states().of(ChatFixture.profile()));
    }
}
