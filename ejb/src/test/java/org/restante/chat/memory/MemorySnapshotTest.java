package org.restante.chat.memory;

import org.restante.chat.ChatAdapter;
import org.restante.chat.contract.SnapshotContract;
import org.restante.chat.contract.SnapshotFaultContract;
import org.restante.chat.contract.SnapshotTurnsContract;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

@Scenario("C12")
class MemorySnapshotTest implements SnapshotContract, SnapshotTurnsContract, SnapshotFaultContract {

    private final MemoryChatAdapter adapter = new MemoryChatAdapter();
    private final TestClock clock = TestClock.fromNow();

    @Override
    public ChatAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }
}
