package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.audit.AuditActions;
import org.restante.audit.AuditEntry;
import org.restante.dedup.ClaimDesk;
import org.restante.dedup.DedupKey;
import org.restante.dedup.HeldClaim;
import org.restante.entry.InvalidInputException;
import org.restante.time.ClusterClock;
import org.restante.time.Micros;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.audit.Subjects;

/** The claims in flight, and the release of one. */
@Named("claims")
@RequestScoped
public class ClaimsPage extends Page {

    private static final int SHOWN = 100;

    private List<ClaimRow> rows = List.of();
    private boolean more;

    @Inject
    ClaimDesk desk;

    @Inject
    ClusterClock clock;

    @Inject
    Reason reason;

    @Inject
    ConsoleUser user;

    @Inject
    RecordedChanges changes;

    @Override
    protected void read() {
        if (isAsking()) {
            asked();
        }
        Instant now = clock.instant();
        List<HeldClaim> found = desk.oldest(SHOWN + 1);
        more = found.size() > SHOWN;
        rows = found.stream().limit(SHOWN).map(claim -> ClaimRow.of(claim, now)).toList();
    }

    /** Releases the claim that the form names. */
    public void release() {
        Forms.perform(() -> {
            HeldClaim claim = asked();
            AuditEntry entry = user.about(
                    AuditActions.CLAIM_RELEASED,
                    Subjects.key(claim.key().namespace(), claim.key().key()),
                    reason.required());
            boolean released = changes.recorded(entry, () -> desk.release(claim), done -> done);
            return Address.of("claims", "done", released ? "released" : "gone");
        });
    }

    /** The claim that is asked about; its end does not matter. */
    private static HeldClaim asked() {
        DedupKey key = new DedupKey(Address.parameter("ns"), Address.parameter("key"));
        Instant since = Micros.toInstant(number("since", "-?[0-9]{1,18}"));
        return new HeldClaim(key, since, since, Math.toIntExact(number("attempt", "[0-9]{1,9}")));
    }

    private static long number(String name, String pattern) {
        String text = Address.parameter(name);
        if (!text.matches(pattern)) {
            throw new InvalidInputException(name, "must be a number");
        }
        return Long.parseLong(text);
    }

    /** Whether the page asks for a reason to release a claim. */
    public boolean isAsking() {
        return user.isOperator() && !getKey().isEmpty();
    }

    public String getNs() {
        return Address.parameter("ns");
    }

    public String getKey() {
        return Address.parameter("key");
    }

    public String getSince() {
        return Address.parameter("since");
    }

    public String getAttempt() {
        return Address.parameter("attempt");
    }

    /** What became of a release. */
    public @Nullable String getDone() {
        return switch (Address.parameter("done")) {
            case "released" -> "The claim is released: the key can be claimed again.";
            case "gone" -> "Nothing was done: the claim had ended, or another has the key meanwhile.";
            default -> null;
        };
    }

    public List<ClaimRow> getRows() {
        return rows;
    }

    /** Whether there are more than are shown. */
    public boolean isMore() {
        return more;
    }
}
