package org.restante.audit;

import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/**
 * One change, to be recorded.
 *
 * @param who the user that made it; what is beyond {@value #WHO} characters is cut off
 * @param action what was done, one of {@link AuditActions} for example, at most {@value #ACTION} characters
 * @param subject what it was done to, in words: {@code profile main}; what is beyond {@value #SUBJECT} characters is cut off
 * @param reason why, as {@link #requireReason} has it
 */
public record AuditEntry(String who, String action, String subject, String reason) {

    /** How many characters a reason may have. */
    public static final int MAX_REASON = EntryKey.MAX_LENGTH;

    static final int WHO = 512;
    static final int ACTION = 64;
    static final int SUBJECT = 2048;

    /** @throws InvalidInputException naming what does not fit */
    public AuditEntry {
        who = cut(who, WHO);
        subject = cut(subject, SUBJECT);
        EntryKey.requireKey("action", action);
        if (action.length() > ACTION) {
            throw new InvalidInputException("action", "must have at most " + ACTION + " characters");
        }
        requireReason(reason);
    }

    /**
     * Checks why something was done: one line of at most {@value #MAX_REASON} characters, empty where none was given.
     *
     * @throws InvalidInputException naming {@code reason} and the limit that it breaks
     */
    public static String requireReason(String reason) {
        if (!reason.isEmpty()) {
            EntryKey.requireKey("reason", reason);
            if (reason.codePoints().anyMatch(Character::isISOControl)) {
                throw new InvalidInputException("reason", "must be one line without control characters");
            }
        }
        return reason;
    }

    /** In whole characters, and without those that no database keeps. */
    private static String cut(String text, int most) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '?' : c)
                .limit(most)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
