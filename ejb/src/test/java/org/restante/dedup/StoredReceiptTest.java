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
class StoredReceiptTest implements DedupFixture {

    private static final byte[] DAMAGED = {0, 3, 1};

    private final TestClock clock = TestClock.fromNow();
    private final MemoryDedupAdapter memory = new MemoryDedupAdapter();
    private final DedupAdapter adapter = new ForwardingAdapter(memory) {
        @Override
        public boolean complete(Held claim, Completion completion) {
            return super.complete(claim, new Completion(DAMAGED, completion.until()));
        }
    };

    @Override
    public DedupAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Test
    void aDamagedReceiptIsToldAndTheKeyIsNeitherFreeNorHandledAgain() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        cache.complete(claim, Receipt.of("r"));

        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> cache.claim("k"));
        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> cache.lookup("k"));
    }
}
