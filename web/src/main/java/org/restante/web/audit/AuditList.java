package org.restante.web.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.audit.AuditPage;
import org.restante.audit.AuditRecord;

/**
 * A page of the audit trail as it is answered.
 *
 * @param next what to hand back as {@code after}, null on the last page
 */
public record AuditList(List<Item> records, @Nullable String next) {

    /** One change. */
    public record Item(Instant at, String who, String action, String subject, String reason) {

        static Item of(AuditRecord change) {
            return new Item(
                    change.at(),
                    change.entry().who(),
                    change.entry().action(),
                    change.entry().subject(),
                    change.entry().reason());
        }
    }

    static AuditList of(AuditPage page) {
        return new AuditList(
                page.records().stream().map(Item::of).toList(),
                page.next() == null ? null : AuditCursor.write(page.next()));
    }
}
