package org.restante.chat.memory;

import org.restante.chat.ChatAdapter;
import org.restante.chat.contract.ChatContract;
import org.restante.entry.ProfileId;
import org.restante.testing.TestClock;

class MemoryChatTest implements ChatContract {

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

    @Override
    public int held(ProfileId profile) {
        return adapter.size();
    }
}
