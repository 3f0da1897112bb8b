package org.restante.conversation;

import java.util.function.Consumer;
import org.restante.chat.TurnStore.Ready;

/** Tells the nodes that somebody left a conversation where something waits. It may get lost: nodes look from time to time. */
public interface HandoverSignal extends AutoCloseable {

    /** Tells all nodes, this one too; waits for nobody, and never fails. */
    void tell(Ready conversation);

    /** From now on the listener is told, on any thread; it waits for nobody. */
    void listen(Consumer<Ready> listener);

    @Override
    void close();

    /** Tells this node only. */
    static HandoverSignal local() {
        return new LocalSignal();
    }
}
