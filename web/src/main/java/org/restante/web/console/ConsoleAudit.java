package org.restante.web.console;

/** Where is written down who changed or looked at what, and why. */
public interface ConsoleAudit {

    /**
     * Writes it down, before it is done.
     *
     * @param who the name of the user
     * @param what was done: {@code release-claim}, {@code wipe-profile}
     * @param subject to what it was done
     * @param reason that the user gave; empty where none is asked for
     */
    void record(String who, String what, String subject, String reason);
}
