package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicHeaderTest {

    @Test
    void readsUtf8AndKeepsColonsInThePassword() {
        assertThat(BasicHeader.parse("Basic " + encode("jürgen:a:ß:"))).contains(new BasicHeader("jürgen", "a:ß:"));
        assertThat(BasicHeader.parse("bAsIc   " + encode(":"))).contains(new BasicHeader("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Bearer abc", "Basic bm9jb2xvbg==", "Basic /zr/"})
    void whatIsNotBasicInUtf8IsNone(String header) {
        assertThat(BasicHeader.parse(header)).isEmpty();
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(new BasicHeader("user", "secret").toString()).doesNotContain("secret");
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
