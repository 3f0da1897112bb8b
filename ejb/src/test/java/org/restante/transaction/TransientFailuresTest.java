package org.restante.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransientFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "40001, true,  false",
        "40P01, true,  false",
        "08006, false, true",
        "57P01, false, true",
        "90067, false, true",
        "23505, false, false",
        "55P03, false, false",
        "57014, false, false",
    })
    void theStateTells(String state, boolean rolledBack, boolean connectionLost) {
        Throwable failure = new IllegalStateException(new RuntimeException(new SQLException("x", state)));

        assertThat(TransientFailures.isRolledBack(failure)).isEqualTo(rolledBack);
        assertThat(TransientFailures.isConnectionLost(failure)).isEqualTo(connectionLost);
    }

    @Test
    void aFullPoolIsNoLostConnection() {
        assertThat(TransientFailures.isConnectionLost(new SQLTransientConnectionException("full")))
                .isFalse();
        assertThat(TransientFailures.isRolledBack(new IllegalStateException())).isFalse();
    }
}
