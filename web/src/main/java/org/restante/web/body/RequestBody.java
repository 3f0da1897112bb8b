package org.restante.web.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.restante.codec.Bytes;
import org.restante.entry.InvalidInputException;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.Problems;

/** Reads a body that has a limit: whole, or not at all. */
public final class RequestBody {

    /** The request attribute that holds a body that was read already. */
    private static final String READ = RequestBody.class.getName();

    private static final int FIRST_SEGMENT = 8 << 10;
    private static final int LARGEST_SEGMENT = 1 << 20;

    private RequestBody() {}

    /**
     * The whole body: in one array when it announced its length, else in segments, which are not put together. One that says
     * beforehand that it is too large is not read.
     *
     * @throws ProblemException 413 over the limit, 415 in a content coding
     * @throws InvalidInputException naming {@code body} when it ends before its announced end
     */
    public static Bytes read(HttpServletRequest request, int limit) {
        if (request.getAttribute(READ) instanceof Bytes body) {
            return body;
        }
        refuseCoding(request);
        long announced = announced(request, limit);
        try (InputStream in = request.getInputStream()) {
            return announced >= 0 ? Bytes.of(exactly((int) announced, in)) : upTo(limit, in);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Reads it now, as {@link #read} does, for everybody who reads it afterwards.
     *
     * @throws ProblemException 413 over the limit, 415 in a content coding
     * @throws InvalidInputException naming {@code body} when it ends before its announced end
     */
    public static Bytes readAhead(HttpServletRequest request, int limit) {
        Bytes body = read(request, limit);
        request.setAttribute(READ, body);
        return body;
    }

    /** The body as it comes; whoever reads it sees to the limit. */
    public static InputStream stream(HttpServletRequest request) throws IOException {
        return request.getAttribute(READ) instanceof Bytes body ? body.stream() : request.getInputStream();
    }

    /**
     * The length that the body says it has, -1 where it does not say.
     *
     * @throws ProblemException 413 over the limit
     */
    public static long announced(HttpServletRequest request, int limit) {
        try {
            long length = request.getContentLengthLong();
            if (length <= limit) {
                return length;
            }
        } catch (NumberFormatException e) {
            // the server has let only digits through, more of them than a long holds
        }
        throw tooLarge(limit);
    }

    /** What a body is that could not be read to its end: 413 where the server itself has a limit, else truncated. */
    public static RuntimeException broken(Exception failure) {
        return Problems.known(failure)
                .<RuntimeException>map(ProblemException::new)
                .orElseGet(RequestBody::truncated);
    }

    /** The body is larger than the limit. */
    public static ProblemException tooLarge(int limit) {
        return new ProblemException(ProblemKind.TOO_LARGE, "the body has more than " + limit + " bytes");
    }

    /** Bytes are kept as they come, so what they were coded with would be lost. */
    public static void refuseCoding(HttpServletRequest request) {
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            throw new ProblemException(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding is not taken here");
        }
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        byte[] bytes = new byte[length];
        if (in.readNBytes(bytes, 0, length) < length) {
            throw truncated();
        }
        return bytes;
    }

    private static InvalidInputException truncated() {
        return new InvalidInputException("body", "ended before its announced end");
    }

    /** The body, holding it and at most one segment more. */
    static Bytes upTo(int limit, InputStream in) throws IOException {
        List<byte[]> segments = new ArrayList<>();
        long count = 0;
        for (int size = FIRST_SEGMENT; ; size = Math.min(2 * size, LARGEST_SEGMENT)) {
            byte[] segment = new byte[(int) Math.min(size, limit - count + 1)];
            int read = in.readNBytes(segment, 0, segment.length);
            count += read;
            if (count > limit) {
                throw tooLarge(limit);
            }
            if (read < segment.length) {
                segments.add(Arrays.copyOf(segment, read));
                return Bytes.of(segments.toArray(byte[][]::new));
            }
            segments.add(segment);
        }
    }
}
