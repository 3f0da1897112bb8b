package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.restante.audit.AuditEntry;
import org.restante.entry.InvalidInputException;

/** Why somebody does something, as the form says that is sent. */
@Named("reason")
@RequestScoped
public class Reason {

    private @Nullable String text;

    /**
     * The reason, which there must be.
     *
     * @throws InvalidInputException naming {@code reason} when it is missing, too long or more than a line of text
     */
    String required() {
        String given = text == null ? "" : text.strip();
        if (given.isEmpty()) {
            throw new InvalidInputException("reason", "must be given");
        }
        return AuditEntry.requireReason(given);
    }

    public int getMaxLength() {
        return AuditEntry.MAX_REASON;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
