package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.web.path.RequestPath;

class LockConditionFilterTest {

    private static final RequestPath ENTRY = new RequestPath(List.of("api", "profiles", "p", "entries", "notes", "k"));
    private static final RequestPath PROFILES = new RequestPath(List.of("api", "profiles"));

    @ParameterizedTest
    @CsvSource({
        "PUT,lock=room&lockToken=1,true",
        "DELETE,lock=room&lockToken=1,true",
        "POST,lockToken=1,true",
        "PUT,a=b&lock=room,true",
        "GET,lock=room&lockToken=1,false",
        "PUT,clock=room,false",
        "PUT,,false",
    })
    void aChangeThatNamesALockIsConditional(String method, String query, boolean conditional) {
        assertThat(LockConditionFilter.isConditional(method, ENTRY, query)).isEqualTo(conditional);
        assertThat(LockConditionFilter.isConditional(method, PROFILES, query)).isFalse();
    }
}
