package org.restante.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.entry.InvalidInputException;
import org.restante.testing.Scenario;

@Scenario("S14")
class PagingTest {

    @Test
    void aPageHasOneToAThousandKeys() {
        assertThat(PageRequest.first(1).after()).isNull();
        assertThat(new PageRequest("k", 1000).limit()).isEqualTo(1000);
        for (int limit : new int[] {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> PageRequest.first(limit))
                    .withMessage("limit must be 1 to 1000, but is " + limit)
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("limit"));
        }
    }

    @Test
    void oneKeyMoreThanAskedForMeansThatAPageFollows() {
        KeyPage page = KeyPage.of(List.of("a", "b", "c"), PageRequest.first(2));

        assertThat(page.keys()).containsExactly("a", "b");
        assertThat(page.following()).contains(new PageRequest("b", 2));
    }

    @Test
    void asManyAsAskedForOrFewerMeansThatNoneFollows() {
        assertThat(KeyPage.of(List.of("a", "b"), PageRequest.first(2)).following())
                .isEmpty();
        assertThat(KeyPage.of(List.of("a"), new PageRequest("0", 2)).following())
                .isEmpty();
        assertThat(KeyPage.of(List.of(), PageRequest.first(2))).isEqualTo(new KeyPage(List.of(), null));
    }

    @Test
    void aPageDoesNotChangeWithTheListItWasMadeOf() {
        List<String> found = new ArrayList<>(List.of("a", "b"));
        KeyPage page = KeyPage.of(found, PageRequest.first(2));

        found.clear();

        assertThat(page.keys()).containsExactly("a", "b");
    }
}
