package org.restante.chat.memory;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.restante.chat.ConversationKey;
import org.restante.chat.memory.Conversation.Guard;
import org.restante.storage.StorageUnavailableException;
import org.restante.time.Ticker;

/** Whose work goes on while nobody else gets his lock. Used with the monitor of the memory. */
record Guards(Memory memory, Scope scope) {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Ticker TICKER = Ticker.system();

    /** The conversation, when nobody else guards it, or it is not wanted so. */
    Conversation await(ConversationKey key, Predicate<Conversation> wanted) {
        long begun = TICKER.nanos();
        Conversation conversation = made(key);
        while (conversation.isGuardedByAnother() && wanted.test(conversation)) {
            pause(begun);
            conversation = made(key);
        }
        return conversation;
    }

    /** Until what the caller does as one has ended. */
    void guard(ConversationKey key, Conversation conversation) {
        Guard guard = new Guard(Thread.currentThread());
        conversation.setGuard(guard);
        scope.atEnd(() -> {
            synchronized (memory) {
                conversation.endGuard(guard);
                tidy(key, conversation);
                memory.notifyAll();
            }
        });
    }

    Conversation made(ConversationKey key) {
        return memory.conversations().computeIfAbsent(key, unknown -> new Conversation());
    }

    void tidy(ConversationKey key, Conversation conversation) {
        if (conversation.isIdle()) {
            memory.conversations().remove(key, conversation);
        }
    }

    private void pause(long begun) {
        long left = LONGEST_NANOS - (TICKER.nanos() - begun);
        if (left <= 0) {
            throw new StorageUnavailableException("the work of another who has the conversation does not end", null);
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(memory, left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted", e);
        }
    }
}
