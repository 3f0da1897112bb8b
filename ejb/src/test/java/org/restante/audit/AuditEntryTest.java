package org.restante.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.restante.entry.InvalidInputException;

class AuditEntryTest {

    @Test
    void aLongSubjectIsCutAtAWholeCharacter() {
        AuditEntry entry = new AuditEntry("o", "a", "💾".repeat(3000), "");

        assertThat(entry.subject()).isEqualTo("💾".repeat(2048));
    }

    @Test
    void whatNoDatabaseKeepsIsReplacedRatherThanLosingTheRecord() {
        assertThat(new AuditEntry("o\0", "a", "half \ud83d pair", "").subject()).isEqualTo("half ? pair");
    }

    @Test
    void aReasonThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new AuditEntry("o", "a", "s", "x".repeat(513)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("reason ");
    }
}
