package org.restante.web.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.chat.LockToken;
import org.restante.entry.InvalidInputException;
import org.restante.testing.Scenario;

@Scenario("C8")
class LockConditionTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a=b", "clock=room", "lockTokens=1&locked", "Lock=room"})
    void whatNamesNoLockHasNoCondition(@Nullable String query) {
        assertThat(LockCondition.parse(query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lock=room&lockToken=7,room,7",
        "lockToken=7&a=b&lock=a%26b%2Fc,a&b/c,7",
        "lock=a+b&lockToken=7,a b,7",
        "loc%6B=r%C3%A9&lockToken=7,ré,7",
        "lock=room&lockToken=x,room,0",
        "lock=room&lockToken=99999999999999999999,room,0",
    })
    void aLockIsNamedByItsKeyAndToken(String query, String key, long token) {
        assertThat(LockCondition.parse(query)).contains(new LockCondition(key, new LockToken(token)));
    }

    @ParameterizedTest
    @CsvSource({
        "lock=room,lockToken",
        "lock=room&lockToken=,lockToken",
        "lockToken=7,lock",
        "lock=&lockToken=7,lock",
        "lock&lockToken=7,lock",
        "lock=%00&lockToken=7,lock",
        "lock=a&lock=b&lockToken=7,lock",
        "lock=a&lockToken=7&lockToken=8,lockToken",
    })
    void halfAConditionIsRefusedByName(String query, String field) {
        assertThatThrownBy(() -> LockCondition.parse(query))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
