package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer rst_a-b", "bearer rst_a-b", "BEARER  rst_a-b "})
    void theSchemeIsWrittenAsOneLikes(String header) {
        assertThat(BearerHeader.parse(header)).contains(new BearerHeader("rst_a-b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic rst_a", "Bearer a b", "Bearer a,b", "Bearerrst_a"})
    void whatIsNoTokenIsNone(String header) {
        assertThat(BearerHeader.parse(header)).isEmpty();
    }

    @Test
    void theTokenIsNotTold() {
        assertThat(new BearerHeader("rst_a").toString()).doesNotContain("rst_a");
    }
}
