package org.restante.wiring;

import java.time.InstantSource;
import org.restante.chat.ChatStates;
import org.restante.chat.QueueBound;
import org.restante.settings.ChatSettings;

/** From settings to how conversations are kept. */
final class ChatConduct {

    private ChatConduct() {}

    static ChatStates.Conduct of(ChatSettings settings, InstantSource clock) {
        ChatSettings.Queue queue = settings.queue();
        QueueBound.Overflow overflow = switch (queue.overflow()) {
            case DROP_OLDEST -> QueueBound.Overflow.DROP_OLDEST;
            case DROP_NEWEST -> QueueBound.Overflow.DROP_NEWEST;
        };
        return new ChatStates.Conduct(
                settings.lease(), new QueueBound(queue.size(), overflow, queue.timeToLive()), clock);
    }
}
