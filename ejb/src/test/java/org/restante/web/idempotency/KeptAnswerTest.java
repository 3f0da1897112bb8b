package org.restante.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.dedup.Receipt;

class KeptAnswerTest {

    private static final KeptAnswer.Head HEAD = new KeptAnswer.Head(
            201, Map.of("Content-Type", List.of("text/plain;charset=UTF-8"), "Link", List.of("<a\n>", "\"é\"")), true);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60_000})
    void anAnswerComesBackToTheByte(int length) {
        byte[] body = new byte[length];
        for (int i = 0; i < length; i++) {
            body[i] = (byte) (i + '\n');
        }

        KeptAnswer back = KeptAnswer.of(new KeptAnswer(HEAD, body).receipt());

        assertThat(back.head()).isEqualTo(HEAD);
        assertThat(back.body()).isEqualTo(body);
    }

    @Test
    void ofAnAnswerThatIsTooLargeIsKeptThatThereWasOne() {
        int head = new KeptAnswer(HEAD, new byte[0]).receipt().bytes().length;
        Receipt fits = new KeptAnswer(HEAD, new byte[Receipt.MAX_LENGTH - head]).receipt();
        Receipt tooLarge = new KeptAnswer(HEAD, new byte[Receipt.MAX_LENGTH - head + 1]).receipt();

        assertThat(KeptAnswer.of(fits).head().whole()).isTrue();
        assertThat(KeptAnswer.of(tooLarge).head()).isEqualTo(new KeptAnswer.Head(201, Map.of(), false));
        assertThat(KeptAnswer.of(tooLarge).body()).isEmpty();
    }

    @Test
    void headersThatAreTooLargeAreAnAnswerThatIsTooLarge() {
        Map<String, List<String>> headers = Map.of("Link", List.of("x".repeat(Receipt.MAX_LENGTH)));

        Receipt receipt = new KeptAnswer(new KeptAnswer.Head(200, headers, true), new byte[0]).receipt();

        assertThat(KeptAnswer.of(receipt).head().whole()).isFalse();
    }

    @Test
    void whatIsOfTheConnectionIsNotOfTheAnswer() {
        Map<String, List<String>> headers = Map.of(
                "ETag", List.of("\"1\""),
                "DATE", List.of("now"),
                "Transfer-Encoding", List.of("chunked"),
                "X-Own", List.of("a", "b"));

        assertThat(AnswerHeaders.kept(headers)).isEqualTo(Map.of("ETag", List.of("\"1\""), "X-Own", List.of("a", "b")));
    }

    @Test
    void thereIsOneContentType() {
        Map<String, List<String>> headers = Map.of("content-type", List.of("a/b"));

        assertThat(AnswerHeaders.withContentType(headers, "c/d").values()).containsExactly(List.of("c/d"));
    }
}
