package org.restante.conversation;

/** What became of a message that came. */
public enum Admission {
    /** It is kept, and will be handled, whatever happens to this node. */
    ACCEPTED,
    /** It came before, and was handled or will be. */
    DUPLICATE,
    /** Its conversation is busy, and it was not kept. */
    REJECTED
}
