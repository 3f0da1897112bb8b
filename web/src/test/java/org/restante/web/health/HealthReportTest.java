package org.restante.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.health.HealthStatus;
import org.restante.testing.Scenario;
import org.restante.web.health.HealthReport.Check;
import org.restante.web.json.Json;

@Scenario("W4")
class HealthReportTest {

    private static final Check SCHEMA = Check.of("schema", HealthStatus.healthy());
    private static final Check DATABASE = Check.of("database", HealthStatus.down("refused"));

    @Test
    void isUpWhenEveryCheckIs() throws JsonProcessingException {
        assertThat(HealthReport.of(List.of(SCHEMA)).isUp()).isTrue();
        assertThat(HealthReport.of(List.of()).isUp()).isTrue();
        assertThat(HealthReport.of(List.of(SCHEMA, DATABASE)).isUp()).isFalse();
    }

    @Test
    void saysWhichCheckIsDownAndWhy() throws JsonProcessingException {
        assertThat(Json.MAPPER.writeValueAsString(HealthReport.of(List.of(DATABASE, SCHEMA))))
                .isEqualTo("{\"status\":\"DOWN\",\"checks\":["
                        + "{\"name\":\"database\",\"status\":\"DOWN\",\"data\":{\"reason\":\"refused\"}},"
                        + "{\"name\":\"schema\",\"status\":\"UP\"}]}");
    }

    @Test
    void dataIsShown() {
        assertThat(Check.of("lag", new HealthStatus(true, Map.of("seconds", "3")))
                        .data())
                .containsEntry("seconds", "3");
    }
}
