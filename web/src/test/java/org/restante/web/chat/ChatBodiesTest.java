package org.restante.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.chat.LiveLock;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.NextResult;
import org.restante.chat.Pending;
import org.restante.chat.ReleaseResult;
import org.restante.entry.InvalidInputException;
import org.restante.testing.Scenario;
import org.restante.web.json.Json;

class ChatBodiesTest {

    private static final Instant TIME = Instant.parse("2026-05-04T03:02:01Z");
    private static final Pending PENDING = new Pending("o", LockStrategy.QUEUE, Map.of("m", 1), TIME);
    private static final String WRITTEN =
            "{'owner':'o','strategy':'queue','metadata':{'m':1},'enqueuedAt':'2026-05-04T03:02:01Z'}";

    @Test
    @Scenario("C5")
    void aRequestIsReadWithWhatItSaysAndTheSettingsForTheRest() throws JsonProcessingException {
        LockRequest whole = read("{'owner':'o','strategy':'debounce','metadata':{'a':null},'lease':'PT0.5S'}");
        LockRequest least = read("{'owner':'o','strategy':'concurrent'}");

        assertThat(whole.strategy()).isEqualTo(LockStrategy.DEBOUNCE);
        assertThat(whole.lease()).isEqualTo(Duration.ofMillis(500));
        assertThat(whole.metadata()).containsOnlyKeys("a").containsEntry("a", null);
        assertThat(least).isEqualTo(LockRequest.of("o", LockStrategy.CONCURRENT));
    }

    @ParameterizedTest
    @Scenario("C17")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'strategy':'queue'}                                | owner",
                "{'owner':'','strategy':'queue'}                     | owner",
                "{'owner':'o'}                                       | strategy",
                "{'owner':'o','strategy':'QUEUE'}                    | strategy",
                "{'owner':'o','strategy':'steal'}                    | strategy",
                "{'owner':'o','strategy':'queue','lease':''}         | lease",
                "{'owner':'o','strategy':'queue','lease':'30'}       | lease",
                "{'owner':'o','strategy':'queue','lease':'PT0S'}     | lease",
                "{'owner':'o','strategy':'queue','lease':'-PT1S'}    | lease",
                "{'owner':'o','strategy':'queue','lease':'PT24H0.001S'} | lease",
            })
    void whatIsMissingOrBreaksItsLimitIsNamed(String json, String field) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static LockRequest read(String json) throws JsonProcessingException {
        return Json.MAPPER.readValue(json.replace('\'', '"'), LockWanted.class).request();
    }

    @Test
    @Scenario("C5")
    void whatComesOfAskingIsWrittenAsTheContractHasIt() {
        assertThat(json(LockAnswer.of(new LockResult.Acquired(new LockToken(7), TIME))))
                .isEqualTo("{'result':'acquired','token':'7','leaseUntil':'2026-05-04T03:02:01Z'}");
        assertThat(json(LockAnswer.of(new LockResult.Acquired(null, null))))
                .isEqualTo("{'result':'acquired','token':null,'leaseUntil':null}");
        assertThat(json(LockAnswer.of(new LockResult.Queued(2, List.of(PENDING)))))
                .isEqualTo("{'result':'queued','position':2,'dropped':[" + WRITTEN + "]}");
        assertThat(json(LockAnswer.of(new LockResult.Debounced()))).isEqualTo("{'result':'debounced'}");
        assertThat(json(LockAnswer.of(new LockResult.Busy()))).isEqualTo("{'result':'busy'}");
        assertThat(json(LockAnswer.of(new LockResult.Overflowed(PENDING))))
                .isEqualTo("{'result':'busy','dropped':[" + WRITTEN + "]}");
    }

    @Test
    @Scenario({"C6", "C9", "C10"})
    void whatComesOfReleasingIsWrittenAsTheContractHasIt() {
        assertThat(json(ReleasedAnswer.of(new ReleaseResult.Released(List.of(PENDING), List.of()))))
                .isEqualTo("{'released':[" + WRITTEN + "]}");
        assertThat(json(ReleasedAnswer.of(new ReleaseResult.Released(List.of(), List.of(PENDING)))))
                .isEqualTo("{'released':[],'skipped':[" + WRITTEN + "]}");
        assertThat(json(NextAnswer.Next.of(new NextResult.Next(PENDING, List.of(), new LockToken(8), TIME))))
                .isEqualTo("{'next':" + WRITTEN + ",'skipped':[],'token':'8','leaseUntil':'2026-05-04T03:02:01Z'}");
        assertThat(json(NextAnswer.Freed.of(new NextResult.Freed(List.of(PENDING)))))
                .isEqualTo("{'next':null,'skipped':[" + WRITTEN + "]}");
        assertThat(json(new LockList(List.of(new LiveLock("k", "o", TIME, TIME, 3)))))
                .isEqualTo("{'locks':[{'key':'k','owner':'o','since':'2026-05-04T03:02:01Z',"
                        + "'leaseUntil':'2026-05-04T03:02:01Z','depth':3}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "99999999999999999999", "é"})
    @Scenario("C8")
    void aTextThatNoTokenIsStandsForOneThatNoLockHas(String text) {
        assertThat(new HolderRequest(text).lockToken()).isEqualTo(LockToken.NONE);
    }

    @Test
    void aTokenAndALeaseMustBeThere() {
        assertThat(new ExtensionRequest("7", "PT1M").lockToken()).isEqualTo(new LockToken(7));
        assertThatThrownBy(() -> new HolderRequest(null).lockToken()).hasMessageStartingWith("token ");
        assertThatThrownBy(() -> new ExtensionRequest("7", null).length()).hasMessageStartingWith("lease ");
    }

    private static String json(Object value) {
        return Json.MAPPER.valueToTree(value).toString().replace('"', '\'');
    }
}
