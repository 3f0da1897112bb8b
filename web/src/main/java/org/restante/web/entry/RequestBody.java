package org.restante.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.restante.entry.InvalidInputException;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.Problems;

/** Reads a body that has a limit: whole, or not at all. */
public final class RequestBody {

    private static final int CHUNK = 8192;

    private RequestBody() {}

    /**
     * The whole body, in an array of just its length. One that says beforehand that it is too large is not read.
     *
     * @throws ProblemException 413 over the limit, 415 in a content coding
     * @throws InvalidInputException naming {@code body} when it ends before its announced end
     */
    public static byte[] read(HttpServletRequest request, int limit) {
        refuseCoding(request);
        long announced = announced(request, limit);
        try (InputStream in = request.getInputStream()) {
            return announced >= 0 ? exactly((int) announced, in) : upTo(limit, in);
        } catch (IOException e) {
            throw broken(e);
        }
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

    private static byte[] upTo(int limit, InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (read > limit - bytes.size()) {
                throw tooLarge(limit);
            }
            bytes.write(chunk, 0, read);
        }
        return bytes.toByteArray();
    }
}
