package org.restante.conversation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.restante.chat.TurnStore.Ready;

/** Tells this node. Thread-safe. */
final class LocalSignal implements HandoverSignal {

    private final List<Consumer<Ready>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void tell(Ready conversation) {
        listeners.forEach(listener -> listener.accept(conversation));
    }

    @Override
    public void listen(Consumer<Ready> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
