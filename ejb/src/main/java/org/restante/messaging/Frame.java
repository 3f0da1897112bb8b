package org.restante.messaging;

import org.jspecify.annotations.Nullable;
import org.restante.dedup.Claim;
import org.restante.dedup.DedupKey;
import org.restante.dedup.Receipt;

/** A call that its thread is handling, inside of others perhaps. */
final class Frame implements Handling, AutoCloseable {

    private static final ThreadLocal<@Nullable Frame> INNERMOST = new ThreadLocal<>();

    private final @Nullable Frame outer;
    private final Claim claim;
    private final int attempt;
    private @Nullable Receipt receipt;

    private Frame(@Nullable Frame outer, Claim claim, int attempt) {
        this.outer = outer;
        this.claim = claim;
        this.attempt = attempt;
    }

    /** Begins a call; to be closed by the same thread. */
    static Frame begin(Claim claim, int attempt) {
        Frame frame = new Frame(INNERMOST.get(), claim, attempt);
        INNERMOST.set(frame);
        return frame;
    }

    /** The innermost call of the calling thread. */
    static Frame current() {
        Frame innermost = INNERMOST.get();
        if (innermost == null) {
            throw new IllegalStateException("the thread is not in a deduplicated call");
        }
        return innermost;
    }

    /** Whether the calling thread handles that key: it would wait for itself. */
    static boolean handles(DedupKey key) {
        for (Frame frame = INNERMOST.get(); frame != null; frame = frame.outer) {
            if (frame.claim.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Claim claim() {
        return claim;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public void receipt(Receipt set) {
        receipt = set;
    }

    /** What was set last, or null. */
    @Nullable Receipt receipt() {
        return receipt;
    }

    @Override
    public void close() {
        if (outer == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(outer);
        }
    }
}
