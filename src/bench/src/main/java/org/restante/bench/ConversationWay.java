package org.restante.bench;

/** A way to have a conversation for a moment. */
@FunctionalInterface
interface ConversationWay {

    /** Takes it and does the work, or finds it busy; sets it free afterwards. */
    void take(String key, Runnable work);
}
