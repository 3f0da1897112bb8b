package org.restante.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.codec.BareCbor;
import org.restante.codec.Bytes;
import org.restante.codec.Content;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.InvalidInputException;
import org.restante.web.problem.ProblemException;

class RawJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "1.0",
                " [1 ,2]\n",
                "\"\\u00e9\"",
                "123456789012345678901234567890.10",
                "{\"b\":1,\"a\":2}"
            })
    void oneValueIsKeptToTheByte(String json) {
        Content kept = RawJson.checked(bytes(json));

        assertThat(kept.mediaType()).isEqualTo("application/json");
        assertThat(new String(RawJson.of(kept), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1 2", "{} []", "nul", "{", "[1,]", "'a'", "\uFEFF1", "\"secret"})
    void whatIsNotOneValueIsRefusedWithoutQuotingIt(String json) {
        assertThatThrownBy(() -> RawJson.checked(bytes(json)))
                .isInstanceOfAny(InvalidInputException.class, ProblemException.class)
                .hasMessageStartingWith("body ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void onlyUtf8IsJsonHere() {
        assertThatThrownBy(() -> RawJson.checked(Bytes.of("\"é\"".getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessageStartingWith("body ");
        assertThatThrownBy(() -> RawJson.checked(Bytes.of("[1]".getBytes(StandardCharsets.UTF_16BE))))
                .hasMessageStartingWith("body ");
    }

    @Test
    void whatApplicationsWroteIsConverted() {
        assertThat(json(Content.CBOR, BareCbor.write(Map.of("a", List.of(1, 2.5, "é")))))
                .isEqualTo("{\"a\":[1,2.5,\"é\"]}");
        assertThat(json("text/plain;charset=utf-8", "a\"b".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("\"a\\\"b\"");
        assertThat(json(Content.OCTET_STREAM, new byte[] {1, 2, 3})).isEqualTo("\"AQID\"");
        assertThatThrownBy(() -> json(Content.CBOR, Arrays.copyOf(new byte[] {(byte) 0x82, 1}, 2)))
                .isInstanceOf(UnreadableValueException.class);
    }

    @Test
    void listsAndQueuesHoldTheSameBytes() {
        List<Content> items = List.of(RawJson.checked(bytes("1.0")), RawJson.checked(bytes("null")));

        assertThat(new String(RawAnswer.items(items), StandardCharsets.UTF_8)).isEqualTo("{\"items\":[1.0,null]}");
        assertThat(new String(RawAnswer.items(List.of()), StandardCharsets.UTF_8))
                .isEqualTo("{\"items\":[]}");
        assertThat(new String(RawAnswer.taken(items.get(0), 3), StandardCharsets.UTF_8))
                .isEqualTo("{\"entry\":1.0,\"depth\":3}");
        assertThat(new String(RawAnswer.nothing(), StandardCharsets.UTF_8)).isEqualTo("{\"entry\":null,\"depth\":0}");
    }

    private static String json(String mediaType, byte[] bytes) {
        return new String(RawJson.of(new Content(mediaType, bytes)), StandardCharsets.UTF_8);
    }

    private static Bytes bytes(String json) {
        return Bytes.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
