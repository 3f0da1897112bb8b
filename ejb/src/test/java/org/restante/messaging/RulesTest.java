package org.restante.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.restante.dedup.ClaimTerms;
import org.restante.messaging.Deduplicated.Mode;

class RulesTest {

    @Deduplicated(namespace = "n", lease = "PT5S", patience = "PT0S", maxAttempts = 2)
    private static final class Joined {}

    @Deduplicated(namespace = "n", lease = "PT5S", mode = Mode.INDEPENDENT)
    private static final class Independent {}

    @Deduplicated(namespace = "n", mode = Mode.INDEPENDENT)
    private static final class Usual {}

    @Test
    void theLeaseOfAJoinedClaimOutlastsEveryTransaction() {
        assertThat(rules(Joined.class).terms().lease()).isEqualTo(ClaimTerms.LONGEST_LEASE);
    }

    @Test
    void thatOfAnIndependentClaimIsItsOwnOrOfTheNamespace() {
        assertThat(rules(Independent.class).terms().lease()).isEqualTo(Duration.ofSeconds(5));
        assertThat(rules(Usual.class).terms()).isEqualTo(ClaimTerms.defaults());
    }

    @Test
    void patienceEndsBeforeTheTransactionsOfServersDo() {
        assertThat(rules(Usual.class).patience()).isEqualTo(Duration.ofMinutes(2));
        assertThat(rules(Joined.class).patience()).isZero();
    }

    @Test
    void attemptsAreUnlimitedUnlessSaid() {
        assertThat(rules(Usual.class).isTooOften(Integer.MAX_VALUE)).isFalse();
        assertThat(rules(Joined.class).isTooOften(2)).isFalse();
        assertThat(rules(Joined.class).isTooOften(3)).isTrue();
    }

    private static Rules rules(Class<?> annotated) {
        return Rules.of(annotated.getAnnotation(Deduplicated.class));
    }
}
