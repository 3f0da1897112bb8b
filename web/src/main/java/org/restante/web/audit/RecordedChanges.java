package org.restante.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.restante.audit.AuditEntry;
import org.restante.audit.AuditTrail;
import org.restante.storage.StorageUnavailableException;
import org.restante.transaction.Transactions;
import org.restante.web.access.Caller;

/** Changes that are on record: each in one transaction with what the audit trail says of it. */
@RequestScoped
public class RecordedChanges {

    @Inject
    HttpServletRequest request;

    @Inject
    AuditTrail trail;

    @Inject
    Transactions transactions;

    /** The caller's change, to be recorded; why is empty where no reason is given. */
    public AuditEntry entry(String action, String subject, String why) {
        return new AuditEntry(Caller.of(request).name(), action, subject, why);
    }

    /** Makes a change for which no reason is given, and records that the caller did. */
    public <T> T recorded(String action, String subject, Supplier<T> change) {
        return recorded(entry(action, subject, ""), change, value -> true);
    }

    /**
     * Makes a change and records it; one that throws has neither changed anything in the database nor is it on record.
     *
     * @param done whether anything was changed, by what came of it; if not, nothing is recorded
     */
    public <T> T recorded(AuditEntry entry, Supplier<T> change, Predicate<? super T> done) {
        boolean[] made = {false};
        try {
            return transactions.required(() -> {
                T value = change.get();
                if (done.test(value)) {
                    trail.record(entry);
                }
                made[0] = true;
                return value;
            });
        } catch (RuntimeException e) {
            throw made[0] ? new StorageUnavailableException("the change could not be committed", e) : e;
        }
    }

    /** The same for a change that has no value. */
    public void recorded(AuditEntry entry, Runnable change) {
        recorded(
                entry,
                () -> {
                    change.run();
                    return true;
                },
                done -> done);
    }
}
