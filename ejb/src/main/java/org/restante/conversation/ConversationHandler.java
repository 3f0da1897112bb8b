package org.restante.conversation;

import java.util.Objects;
import org.restante.entry.InvalidInputException;

/**
 * Handles the messages of conversations, on every node where it is known. Implementations are thread-safe: conversations are
 * handled side by side.
 *
 * @param <M> what a message is: any class that is written and read as CBOR
 */
public interface ConversationHandler<M> {

    /** The longest name of a handler. */
    int MAX_NAME_LENGTH = 64;

    /** By which messages that wait know their handler, also after a restart and on other nodes; without colons. */
    String name();

    /** The class of the messages. */
    Class<M> type();

    /** How messages are handled. */
    default ConversationRules rules() {
        return ConversationRules.of(ConversationStrategy.QUEUE);
    }

    /**
     * Handles messages, in a transaction that is committed when it returns; then these messages are gone. When it throws, all
     * is rolled back, and the same turn comes again after a pause, before any other message of the conversation.
     */
    void handle(Turn<M> turn) throws Exception;

    /**
     * Deals with messages that failed too often, in a transaction of their own; then they are gone.
     *
     * @return whether they were dealt with; else they are put into the profile's queue {@code dead-letters:} with the
     *     handler's name
     */
    default boolean giveUp(Turn<M> turn, Throwable failure) {
        return false;
    }

    /** A handler that does that work. */
    static <M> ConversationHandler<M> of(String name, Class<M> type, ConversationRules rules, Work<M> work) {
        return new PlainHandler<>(name, type, rules, work);
    }

    /**
     * Work on messages.
     *
     * @param <M> what a message is
     */
    @FunctionalInterface
    interface Work<M> {
        void handle(Turn<M> turn) throws Exception;
    }

    /**
     * Checks the name of a handler.
     *
     * @throws InvalidInputException naming {@code handler} when it breaks its limit
     */
    static String requireName(String name) {
        Objects.requireNonNull(name);
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH || name.indexOf(':') >= 0 || name.indexOf('\0') >= 0) {
            throw new InvalidInputException(
                    "handler",
                    "must have a name of 1 to " + MAX_NAME_LENGTH + " characters, without colons and U+0000");
        }
        return name;
    }
}
