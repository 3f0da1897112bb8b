package org.restante.conversation;

import org.restante.entry.InvalidInputException;
import org.restante.storage.StorageUnavailableException;

/** The conversations of one profile, whose messages are handled in order and once. Thread-safe. */
public interface Conversations {

    /**
     * Takes a message. It is kept for good when this returns, whatever becomes of the caller's transaction, and handled later,
     * on this node or another one that knows the handler. A message that is delivered again is known by its id.
     *
     * @param key of the conversation: a thread, a channel, whatever is to be handled one after the other; 1 to 512 characters
     *     together with the handler's name
     * @param id of the message, unique in the conversation, 1 to 512 characters
     * @param handler known on this node from now on, as by {@link #resume}
     * @throws InvalidInputException naming what breaks its limit; nothing was kept
     * @throws StorageUnavailableException when the store cannot be reached; nothing was kept
     */
    <M> Admission handle(String key, String id, M message, ConversationHandler<M> handler);

    /**
     * From now on this node handles what waits for the handler, of all profiles: what was left when all nodes went down, or is
     * left by others. A handler of the same name before it is replaced.
     *
     * @throws InvalidInputException naming {@code handler} when its name breaks its limit
     */
    void resume(ConversationHandler<?> handler);
}
