package org.restante.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.codec.Bytes;
import org.restante.testing.Allocation;
import org.restante.web.problem.ProblemException;

class RequestBodyTest {

    private static final int MEBIBYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 3 * 8192, MEBIBYTE, 5 * MEBIBYTE + 7})
    void aBodyOfUnknownLengthIsReadToItsEnd(int length) throws IOException {
        byte[] body = random(length);

        assertThat(RequestBody.upTo(Integer.MAX_VALUE - 8, inBits(body)).toArray())
                .isEqualTo(body);
        assertThat(RequestBody.upTo(length, inBits(body)).toArray()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8192, 8193, 2 * MEBIBYTE})
    void oneByteMoreThanTheLimitIsTooLargeAndNothingBehindItIsRead(int length) {
        InputStream body = new ByteArrayInputStream(new byte[length + 10]);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RequestBody.upTo(length - 1, body))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(413));
        assertThat(body).hasSameContentAs(new ByteArrayInputStream(new byte[10]));
    }

    @Test
    void aLargeBodyOfUnknownLengthIsHeldOnce() throws IOException {
        int length = 16 * MEBIBYTE;
        InputStream body = inBits(random(length));
        Bytes[] read = new Bytes[1];

        long allocated = Allocation.during(() -> read[0] = RequestBody.upTo(length, body));

        assertThat(allocated).isLessThan(length / 4 * 5L);
        assertThat(read[0].length()).isEqualTo(length);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** Gives less than is asked for, as a network does. */
    private static InputStream inBits(byte[] bytes) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, 1000));
            }
        };
    }
}
