package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.audit.AuditPage;
import org.restante.audit.AuditRecord;
import org.restante.audit.AuditTrail;
import org.restante.web.audit.AuditCursor;

/** Who changed what by hand, page by page. */
@Named("changed")
@RequestScoped
public class ChangesPage extends Page {

    private static final int SHOWN = 50;

    private List<AuditRecord> rows = List.of();
    private @Nullable String next;

    @Inject
    AuditTrail trail;

    @Override
    protected void read() {
        AuditPage page = trail.page(AuditCursor.read(Address.given("after")), SHOWN);
        rows = page.records();
        next = page.next() == null ? null : AuditCursor.write(page.next());
    }

    public List<AuditRecord> getRows() {
        return rows;
    }

    public String getAfter() {
        return Address.parameter("after");
    }

    /** The following page; null when this is the last. */
    public @Nullable String getNextAddress() {
        return next == null ? null : Address.of("changes", "after", next);
    }
}
