package org.restante.settings;

/**
 * How conversations are handled.
 *
 * @param threads how many conversations a node handles at once
 */
public record ConversationSettings(int threads) {

    static ConversationSettings read(SettingsReader reader) {
        return new ConversationSettings((int) reader.number("restante.conversation.threads", 8, 1, 1000));
    }
}
