package org.restante.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldAnswerTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> goneBefore = new ArrayList<>();
    private final HeldAnswer answer =
            new HeldAnswer(out, 4, () -> goneBefore.add(out.toString(StandardCharsets.UTF_8)));

    @Test
    void whatFitsIsHeldUntilItIsLetGo() throws IOException {
        write("abc");
        answer.write('d');
        answer.flush();

        assertThat(answer.isHeld()).isTrue();
        assertThat(answer.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("abcd");
        assertThat(out.size()).isZero();

        answer.letGo();
        assertThat(out).hasToString("abcd");
        assertThat(goneBefore).isEmpty();
    }

    @Test
    void whatIsTooLargeIsToldOnceBeforeItGoesThrough() throws IOException {
        write("abc");
        write("de");
        write("f");

        assertThat(answer.isHeld()).isFalse();
        assertThat(out).hasToString("abcdef");
        assertThat(goneBefore).containsExactly("");
    }

    private void write(String text) throws IOException {
        answer.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
