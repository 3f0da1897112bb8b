package org.restante.chat.memory;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ConversationKey;
import org.restante.chat.StoredLock;
import org.restante.chat.StoredPending;
import org.restante.chat.memory.Conversation.Readiness;
import org.restante.transaction.UndoLog;

/**
 * How changes of conversations are undone: each by itself, and what others have done since stays. What was forgotten, as
 * nothing waited any more, is handled again by who handled it.
 */
record ConversationUndo(Guards guards, UndoLog undoLog) {

    /** A lock was acquired: it is free then. */
    void acquired(ConversationKey key, StoredLock lock) {
        note(key, conversation -> {
            if (conversation.isOf(lock)) {
                conversation.setLock(null);
            }
        });
    }

    /** A lease began anew, or another token was given: it is as before, unless it was changed since. */
    void renewed(ConversationKey key, StoredLock before, StoredLock after) {
        note(key, conversation -> {
            if (after.equals(conversation.lock())) {
                conversation.setLock(before);
            }
        });
    }

    /** An entry came for others. */
    void arrived(ConversationKey key, StoredPending entry, List<StoredPending> dropped) {
        note(key, conversation -> {
            conversation.remove(entry);
            conversation.putBack(dropped);
        });
    }

    /** Entries were taken. */
    void taken(ConversationKey key, List<StoredPending> entries) {
        note(key, conversation -> conversation.putBack(entries));
    }

    /** A lock was set free, and entries were taken: it is locked again, unless another has it. */
    void freed(ConversationKey key, @Nullable StoredLock lock, List<StoredPending> entries) {
        note(key, conversation -> {
            conversation.putBack(entries);
            if (conversation.lock() == null) {
                conversation.setLock(lock);
            }
        });
    }

    /** Somebody else handles what waits. */
    void readied(ConversationKey key, Readiness before) {
        note(key, conversation -> conversation.setReadiness(before));
    }

    private void note(ConversationKey key, Consumer<Conversation> undo) {
        Readiness noted = guards.made(key).readiness();
        undoLog.add(() -> {
            synchronized (guards.memory()) {
                Conversation conversation = guards.made(key);
                if (conversation.readiness().handler().isEmpty()) {
                    conversation.setReadiness(noted);
                }
                undo.accept(conversation);
                guards.tidy(key, conversation);
            }
        });
    }
}
