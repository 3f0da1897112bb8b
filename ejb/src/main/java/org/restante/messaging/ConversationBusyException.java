package org.restante.messaging;

import org.restante.entry.RestanteException;

/** The conversation is busy, and its strategy is to reject: the message was not kept, and can come again. */
public final class ConversationBusyException extends RestanteException {

    private static final long serialVersionUID = 1;

    public ConversationBusyException(String key) {
        super("the conversation " + key + " is busy");
    }
}
