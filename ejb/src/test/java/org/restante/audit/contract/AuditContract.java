package org.restante.audit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.restante.audit.AuditActions;
import org.restante.audit.AuditEntry;
import org.restante.audit.AuditPage;
import org.restante.audit.AuditPlace;
import org.restante.audit.AuditRecord;
import org.restante.audit.AuditTrail;
import org.restante.entry.InvalidInputException;
import org.restante.testing.TestClock;
import org.restante.transaction.Transactions;

/** Who did what, when and why, newest first, and no longer than it is to be kept. */
public interface AuditContract {

    Duration RETENTION = Duration.ofDays(90);

    /** An empty trail on the clock of the test. */
    AuditTrail trail();

    TestClock clock();

    Transactions transactions();

    @Test
    default void whatWasRecordedIsTold() {
        AuditEntry entry = new AuditEntry("öperator", AuditActions.PROFILE_WIPED, "profile mäin 💾", "moved away");

        trail().record(entry);

        assertThat(trail().page(null, 10).records()).singleElement().satisfies(record -> {
            assertThat(record.entry()).isEqualTo(entry);
            assertThat(record.at()).isEqualTo(clock().instant());
        });
    }

    @Test
    default void theNewestComeFirstPageAfterPage() {
        for (int i = 0; i < 7; i++) {
            trail().record(entry("s" + i));
            if (i % 3 == 2) { // some at one time
                clock().advance(Duration.ofSeconds(1));
            }
        }

        assertThat(pages(3)).containsExactly(List.of("s6", "s5", "s4"), List.of("s3", "s2", "s1"), List.of("s0"));
        assertThat(pages(7)).containsExactly(List.of("s6", "s5", "s4", "s3", "s2", "s1", "s0"));
    }

    @Test
    default void whatComesMeanwhileMovesNoPage() {
        trail().record(entry("first"));
        trail().record(entry("second"));
        AuditPage page = trail().page(null, 1);

        clock().advance(Duration.ofSeconds(1));
        trail().record(entry("third"));

        assertThat(subjects(trail().page(page.next(), 10))).containsExactly("first");
    }

    @Test
    default void aChangeThatIsRolledBackHasNoRecord() {
        assertThatThrownBy(() -> transactions().required(() -> {
                    trail().record(entry("undone"));
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");

        assertThat(trail().page(null, 10).records()).isEmpty();
    }

    @Test
    default void whatIsOlderThanTheRetentionIsDropped() {
        trail().record(entry("old"));
        clock().advance(RETENTION);
        trail().record(entry("young"));
        assertThat(trail().sweep()).isFalse();
        assertThat(subjects(trail().page(null, 10))).containsExactly("young", "old");

        clock().advance(Duration.ofSeconds(1));
        assertThat(trail().sweep()).isFalse();

        assertThat(subjects(trail().page(null, 10))).containsExactly("young");
    }

    @Test
    default void aPageHasOneToAThousandRecords() {
        for (int limit : List.of(0, 1001)) {
            assertThatThrownBy(() -> trail().page(null, limit))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("limit");
        }
    }

    private List<List<String>> pages(int limit) {
        List<List<String>> pages = new ArrayList<>();
        @Nullable AuditPlace next = null;
        do {
            AuditPage page = trail().page(next, limit);
            pages.add(subjects(page));
            next = page.next();
        } while (next != null);
        return pages;
    }

    private static List<String> subjects(AuditPage page) {
        return page.records().stream()
                .map(AuditRecord::entry)
                .map(AuditEntry::subject)
                .toList();
    }

    private static AuditEntry entry(String subject) {
        return new AuditEntry("operator", AuditActions.LOCK_RELEASED, subject, "");
    }
}
