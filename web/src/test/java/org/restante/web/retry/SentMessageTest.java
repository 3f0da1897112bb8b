package org.restante.web.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.entry.InvalidInputException;
import org.restante.retry.RetryEntry;
import org.restante.testing.Scenario;
import org.restante.web.json.Json;
import org.restante.web.problem.Problems;

class SentMessageTest {

    @Test
    @Scenario("R1")
    void isReadAndWrittenAlike() throws JsonProcessingException {
        RetryEntry entry = read("{'recipient':'r','message':'AP8=','timestamp':0,'attributes':{'k':'v'}}")
                .entry();

        assertThat(entry).isEqualTo(new RetryEntry("r", new byte[] {0, -1}, 0, Map.of("k", "v")));
        assertThat(Json.MAPPER.writeValueAsString(SentMessage.of(entry)).replace('"', '\''))
                .isEqualTo("{'recipient':'r','message':'AP8=','timestamp':0,'attributes':{'k':'v'}}");
    }

    @ParameterizedTest
    @CsvSource({"''", "',\"attributes\":null'", "',\"attributes\":{}'"})
    void attributesNeedNotBeThere(String attributes) throws JsonProcessingException {
        RetryEntry entry = read("{'recipient':'r','message':'','timestamp':1" + attributes + "}")
                .entry();

        assertThat(entry.attributes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'message':'YQ==','timestamp':1}                                          | recipient",
                "{'recipient':null,'message':'YQ==','timestamp':1}                         | recipient",
                "{'recipient':'r','timestamp':1}                                           | message",
                "{'recipient':'r','message':'YQ=='}                                        | timestamp",
                "{'recipient':'r','message':'YQ==','timestamp':-1}                         | timestamp",
                "{'recipient':'r','message':'YQ==','timestamp':1,'attributes':{'k':null}}  | attributes.k",
            })
    void whatIsMissingIsNamed(String json, String field) throws JsonProcessingException {
        SentMessage message = read(json);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(message::entry)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'recipient':7}              | recipient",
                "{'message':'secret!'}        | message",
                "{'timestamp':'1'}            | timestamp",
                "{'timestamp':1.5}            | timestamp",
                "{'timestamp':1e30}           | timestamp",
                "{'timestamp':99999999999999999999} | timestamp",
                "{'attributes':{'k':7}}       | attributes.k",
                "{'attributes':{'k':{}}}      | attributes.k",
                "{'attributes':['k']}         | attributes",
                "{'more':1}                   | more",
            })
    void whatIsOfAnotherTypeIsNamed(String json, String field) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> read(json))
                .satisfies(refusal -> assertThat(Problems.of(refusal).members()).containsEntry("field", field));
    }

    private static SentMessage read(String json) throws JsonProcessingException {
        return Json.MAPPER.readValue(json.replace('\'', '"'), SentMessage.class);
    }
}
