package org.restante.bench;

/** A way of handling each message once. */
@FunctionalInterface
interface ClaimWay {

    /**
     * Handles the message unless that was done, or another is about it.
     *
     * @param work is the handling
     * @return whether it was handled now
     */
    boolean handle(String key, Runnable work);
}
