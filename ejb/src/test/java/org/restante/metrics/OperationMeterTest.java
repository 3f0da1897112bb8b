package org.restante.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.metering.Capability;
import org.restante.metering.Operation;
import org.restante.metering.Outcome;
import org.restante.testing.Scenario;

@Scenario("W5")
class OperationMeterTest {

    private static final int SCRAPES = 20;

    private final Metrics metrics = new Metrics();

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void operationsAreCountedAndTimedByCapabilityAndOutcome() {
        metrics.meter().operation(Operation.STORAGE_GET_ALL, Outcome.DONE, Duration.ofMillis(4));
        metrics.meter().operation(Operation.STORAGE_GET_ALL, Outcome.DONE, Duration.ofMillis(40));
        metrics.meter().operation(Operation.STORAGE_GET_ALL, Outcome.UNAVAILABLE, Duration.ofSeconds(3));

        String done = "{capability=\"storage\",operation=\"get_all\",outcome=\"done\"";
        assertThat(metrics.text())
                .contains("# TYPE restante_operation_seconds histogram")
                .contains("\nrestante_operation_seconds_count" + done + "} 2\n")
                .contains("\nrestante_operation_seconds_sum" + done + "} 0.044\n")
                .contains("\nrestante_operation_seconds_bucket" + done + ",le=\"0.005\"} 1\n")
                .contains("\nrestante_operation_seconds_bucket" + done + ",le=\"0.05\"} 2\n")
                .contains("_count{capability=\"storage\",operation=\"get_all\",outcome=\"unavailable\"} 1\n");
    }

    @Test
    void whatWasCountedCanBeAskedForByALabel() {
        metrics.meter().operation(Operation.STORAGE_GET_ALL, Outcome.DONE, Duration.ofMillis(4));
        metrics.meter().operation(Operation.STORAGE_GET_ALL, Outcome.UNAVAILABLE, Duration.ofMillis(40));
        metrics.meter().operation(Operation.DEDUP_CLAIM, Outcome.TAKEN_OVER, Duration.ZERO);

        assertThat(metrics.counts(Metrics.OPERATION, "capability")).containsEntry("storage", 2.0);
        assertThat(metrics.counts(Metrics.CLAIMS, "outcome")).containsEntry("taken_over", 1.0);
        assertThat(metrics.counts("restante.none", "label")).isEmpty();
    }

    @Test
    void whatPeopleAreAlertedByIsThereFromTheStart() {
        assertThat(metrics.text())
                .contains("\nrestante_claims_total{outcome=\"taken_over\"} 0.0\n")
                .contains("\nrestante_claims_total{outcome=\"mismatch\"} 0.0\n")
                .contains("\nrestante_stale_tokens_total{capability=\"dedup\"} 0.0\n")
                .contains("\nrestante_stale_tokens_total{capability=\"chat\"} 0.0\n")
                .contains("\nrestante_transaction_retries_total{capability=\"keystore\"} 0.0\n");
    }

    @Test
    void claimsTakeOversAndStaleTokensAreCounted() {
        metrics.meter().operation(Operation.DEDUP_CLAIM, Outcome.CLAIMED, Duration.ZERO);
        metrics.meter().operation(Operation.DEDUP_CLAIM, Outcome.TAKEN_OVER, Duration.ZERO);
        metrics.meter().operation(Operation.DEDUP_CLAIM, Outcome.INVALID, Duration.ZERO);
        metrics.meter().operation(Operation.DEDUP_COMPLETE, Outcome.STALE, Duration.ZERO);
        metrics.meter().operation(Operation.CHAT_EXTEND, Outcome.STALE, Duration.ZERO);
        metrics.meter().operation(Operation.CHAT_LOCK, Outcome.CLAIMED, Duration.ZERO);

        assertThat(metrics.text())
                .contains("\nrestante_claims_total{outcome=\"claimed\"} 1.0\n")
                .contains("\nrestante_claims_total{outcome=\"taken_over\"} 1.0\n")
                .contains("\nrestante_claims_total{outcome=\"completed\"} 0.0\n")
                .contains("\nrestante_stale_tokens_total{capability=\"dedup\"} 1.0\n")
                .contains("\nrestante_stale_tokens_total{capability=\"chat\"} 1.0\n");
    }

    @Test
    void lockWaitsAndRetriesAreCounted() {
        metrics.meter().lockWait(Outcome.CLAIMED, Duration.ofMillis(500));
        metrics.meter().lockWait(Outcome.TIMEOUT, Duration.ofSeconds(10));
        metrics.meter().retry(Capability.CHAT);

        assertThat(metrics.text())
                .contains("\nrestante_lock_wait_seconds_sum{outcome=\"claimed\"} 0.5\n")
                .contains("\nrestante_lock_wait_seconds_count{outcome=\"timeout\"} 1\n")
                .contains("\nrestante_transaction_retries_total{capability=\"chat\"} 1.0\n");
    }

    @Test
    void everythingThatCanOccurIsScrapedWithinFiftyMilliseconds() {
        for (Operation operation : Operation.values()) {
            for (Outcome outcome : Outcome.values()) {
                metrics.meter().operation(operation, outcome, Duration.ofMillis(1));
            }
        }

        long fastest = Long.MAX_VALUE; // others have the processor meanwhile
        for (int i = 0; i < SCRAPES; i++) {
            long begun = System.nanoTime();
            assertThat(metrics.text()).isNotEmpty();
            fastest = Math.min(fastest, System.nanoTime() - begun);
        }

        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(50));
    }
}
