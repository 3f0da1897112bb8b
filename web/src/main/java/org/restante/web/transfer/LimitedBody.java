package org.restante.web.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.restante.web.body.RequestBody;
import org.restante.web.problem.ProblemException;

/** A body that is read as it comes; beyond the limit reading it throws the {@link ProblemException} for that. */
final class LimitedBody extends FilterInputStream {

    private final int limit;
    private long count;

    LimitedBody(InputStream in, int limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long read) {
        count += read;
        if (count > limit) {
            throw RequestBody.tooLarge(limit);
        }
    }
}
