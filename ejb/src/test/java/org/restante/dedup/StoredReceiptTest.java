package org.restante.dedup;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.restante.dedup.contract.Decisions.claimed;

import org.junit.jupiter.api.Test;
import org.restante.codec.UnreadableValueException;
import org.restante.dedup.StoredClaim.Completion;
import org.restante.dedup.contract.DedupFixture;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.testing.TestClock;

/** Receipts as they lie in a store. */
class StoredReceiptTest {

    private static final byte[] DAMAGED = {0, 3, 1};

    private final DedupAdapter adapter = new ForwardingAdapter(new MemoryDedupAdapter()) {
        @Override
        public boolean complete(Held claim, Completion completion) {
            return super.complete(claim, new Completion(DAMAGED, completion.until()));
        }
    };

    @Test
    void aDamagedReceiptIsToldAndTheKeyIsNeitherFreeNorHandledAgain() {
        DedupCache cache = DedupFixture.over(adapter, TestClock.fromNow()).of("n");
        Claim claim = claimed(cache.claim("k"));
        cache.complete(claim, Receipt.of("r"));

        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> cache.claim("k"));
        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> cache.lookup("k"));
    }
}
