package org.restante.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.dedup.contract.Decisions.claimed;
import static org.restante.dedup.contract.Decisions.completed;
import static org.restante.dedup.contract.Decisions.inFlight;
import static org.restante.dedup.contract.DedupFixture.LEASE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.restante.dedup.contract.DedupFixture;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

/** Claims that wait for those who have the key. */
class PatientClaimsTest {

    private final TestClock clock = TestClock.fromNow();
    private final MemoryDedupAdapter adapter = new MemoryDedupAdapter();
    private final DedupCache cache = DedupFixture.over(adapter, clock).of("n");
    private final List<Duration> pauses = new ArrayList<>();
    private Consumer<Integer> meanwhile = pause -> {};

    @Test
    void aFreeKeyIsHadAtOnce() {
        claimed(claim(Duration.ofMinutes(2)));

        assertThat(pauses).isEmpty();
    }

    @Test
    @Scenario("D6")
    void aKeyWhoseClaimerIsGoneIsHadAfterItsLease() {
        cache.claim("k");

        Claim claim = claimed(claim(Duration.ofMinutes(2)));

        assertThat(claim.attempt()).isEqualTo(2);
        assertThat(total()).isBetween(LEASE, LEASE.plusMillis(500));
        assertThat(pauses.get(0)).isEqualTo(Duration.ofMillis(10));
        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMillis(500)) <= 0);
    }

    @Test
    void aKeyThatIsCompletedMeanwhileIsADuplicate() {
        Claim other = claimed(cache.claim("k"));
        meanwhile = pause -> {
            if (pause == 3) {
                cache.complete(other, Receipt.of("r"));
            }
        };

        completed(claim(Duration.ofMinutes(2)), Receipt.of("r"));
        assertThat(pauses).hasSize(3);
    }

    @Test
    void patienceEnds() {
        cache.claim("k");

        inFlight(claim(Duration.ofSeconds(2)));

        assertThat(total()).isEqualTo(Duration.ofSeconds(2));
        inFlight(claim(Duration.ZERO));
        assertThat(total()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whoIsInterruptedWaitsNoMoreAndIsStillInterrupted() {
        cache.claim("k");
        PatientClaims claims = new PatientClaims(() -> 0, pause -> {
            throw new InterruptedException();
        });

        inFlight(claims.claim(cache, "k", ClaimTerms.defaults(), Duration.ofMinutes(2)));

        assertThat(Thread.interrupted()).isTrue();
    }

    private Decision claim(Duration patience) {
        PatientClaims claims = new PatientClaims(() -> total().toNanos(), pause -> {
            pauses.add(pause);
            clock.advance(pause);
            meanwhile.accept(pauses.size());
        });
        return claims.claim(cache, "k", ClaimTerms.defaults(), patience);
    }

    private Duration total() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
