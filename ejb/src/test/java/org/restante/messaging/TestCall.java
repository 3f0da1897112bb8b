package org.restante.messaging;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.DedupKey;
import org.restante.dedup.Receipt;

/** A call of a method that is given as code. Its receipt is what the method sets, or its result as text. */
final class TestCall implements Call {

    private final DedupKey key;
    private final Callable<@Nullable Object> method;
    private int deliveries = 1;
    private @Nullable RuntimeException uncounted;
    private int runs;
    private int givenUp;

    TestCall(String key, Callable<@Nullable Object> method) {
        this.key = new DedupKey(DeduplicationTest.NAMESPACE, key);
        this.method = method;
    }

    /** The same, delivered for the how manieth time. */
    TestCall delivered(int times) {
        deliveries = times;
        return this;
    }

    /** The same, of which nobody knows how often it was delivered. */
    TestCall deliveriesFail(RuntimeException failure) {
        uncounted = failure;
        return this;
    }

    /** How often the method was run. */
    int runs() {
        return runs;
    }

    /** At which attempt it was put aside, 0 when it was not. */
    int givenUp() {
        return givenUp;
    }

    @Override
    public DedupKey key() {
        return key;
    }

    @Override
    public int deliveries() {
        if (uncounted != null) {
            throw uncounted;
        }
        return deliveries;
    }

    @Override
    public @Nullable Object proceed() throws Exception {
        runs++;
        return method.call();
    }

    @Override
    public Receipt receipt(@Nullable Object result, @Nullable Receipt set) {
        return set == null ? Receipt.of(String.valueOf(result)) : set;
    }

    @Override
    public Object duplicate(Receipt receipt) {
        return receipt;
    }

    @Override
    public Object giveUp(int attempt) {
        givenUp = attempt;
        return "given up";
    }

    @Override
    public String toString() {
        return "the test's method";
    }
}
