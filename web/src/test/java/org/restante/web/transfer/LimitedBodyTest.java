package org.restante.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.restante.web.problem.ProblemException;

class LimitedBodyTest {

    @Test
    void aBodyOfJustTheLimitIsReadToItsEnd() throws IOException {
        assertThat(body(4).readAllBytes()).hasSize(4);
        assertThat(body(4).skip(4)).isEqualTo(4);
    }

    @Test
    void oneByteMoreIsTooLargeHoweverItIsRead() {
        assertThatThrownBy(() -> body(5).readAllBytes()).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> body(5).skip(5)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> {
                    InputStream body = body(5);
                    while (body.read() >= 0) {}
                })
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(413));
    }

    private static InputStream body(int length) {
        return new LimitedBody(new ByteArrayInputStream(new byte[length]), 4);
    }
}
