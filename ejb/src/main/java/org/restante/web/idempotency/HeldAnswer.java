package org.restante.web.idempotency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Holds an answer back until it is whole, or larger than can be kept; from then on it lets everything through. */
final class HeldAnswer extends OutputStream {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final OutputStream out;
    private final int limit;
    private final Runnable onTooLarge;
    private boolean through;

    /**
     * An answer of which nothing is there yet.
     *
     * @param onTooLarge is run once, before the first byte goes out
     */
    HeldAnswer(OutputStream out, int limit, Runnable onTooLarge) {
        this.out = out;
        this.limit = limit;
        this.onTooLarge = onTooLarge;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!through && length > limit - held.size()) {
            onTooLarge.run();
            letGo();
        }
        (through ? out : held).write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (through) {
            out.flush();
        }
    }

    /** Whether nothing has gone out yet. */
    boolean isHeld() {
        return !through;
    }

    /** What is held. */
    byte[] bytes() {
        return held.toByteArray();
    }

    /** Sends what is held. */
    void letGo() throws IOException {
        through = true;
        held.writeTo(out);
        held.reset();
    }
}
