package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.chat.CappedLists;
import org.restante.entry.ProfileId;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Lists that keep what came last. */
public interface ListsContract extends ChatFixture {

    Duration MINUTE = Duration.ofMinutes(1);

    @Test
    @Scenario("C16")
    default void theNewestAreKeptInOrder() {
        CappedLists lists = fresh().lists();
        assertThat(lists.list("k", String.class)).isEmpty();
        for (String item : List.of("a", "b", "c", "d")) {
            lists.append("k", item, 3, null);
        }

        assertThat(lists.list("k", String.class)).containsExactly("b", "c", "d");
        lists.append("k", "e", 10, null);
        assertThat(lists.list("k", String.class)).containsExactly("b", "c", "d", "e");
        lists.append("k", "f", 1, null);
        assertThat(lists.list("k", String.class)).containsExactly("f");
        assertThat(lists.list("other", String.class)).isEmpty();

        lists.delete("k");
        assertThat(lists.list("k", String.class)).isEmpty();
        lists.delete("k");
        lists.append("k", "g", 3, null);
        assertThat(lists.list("k", String.class)).containsExactly("g");
    }

    @Test
    @Scenario("C16")
    default void eachAppendSetsTheTimeOfTheWholeList() {
        CappedLists lists = fresh().lists();
        lists.append("k", "a", 10, MINUTE);
        clock().advance(MINUTE.minus(MICRO));
        lists.append("k", "b", 10, MINUTE);
        clock().advance(MINUTE.minus(MICRO));
        assertThat(lists.list("k", String.class)).containsExactly("a", "b");
        clock().advance(MICRO);
        assertThat(lists.list("k", String.class)).isEmpty();

        lists.append("k", "c", 10, MINUTE);
        assertThat(lists.list("k", String.class)).containsExactly("c");
        lists.append("k", "d", 10, null);
        clock().advance(MINUTE);
        assertThat(lists.list("k", String.class)).containsExactly("c", "d");
        lists.append("k", "e", 10, MINUTE);
        clock().advance(MINUTE);
        assertThat(lists.list("k", String.class)).isEmpty();
    }

    @Test
    @Scenario("C16")
    default void ofManyWhoAppendAtOnceNoneLosesAnItem() {
        ProfileId profile = ChatFixture.profile();
        Race.of(threads(), 8, racer -> {
            CappedLists lists = states().of(profile).lists();
            IntStream.range(0, 25).forEach(n -> lists.append("k", racer + "-" + n, 1000, MINUTE));
            return racer;
        });

        List<String> items = states().of(profile).lists().list("k", String.class);
        assertThat(items).hasSize(200).doesNotHaveDuplicates();
        IntStream.range(0, 8)
                .forEach(racer -> assertThat(items)
                        .containsSubsequence(IntStream.range(0, 25)
                                .mapToObj(n -> racer + "-" + n)
                                .toList()));
    }

    @Test
    @Scenario("C16")
    default void ofManyWhoAppendAtOnceTheNewestStay() {
        CappedLists lists = fresh().lists();
        Race.of(threads(), 8, racer -> {
            IntStream.range(0, 10).forEach(n -> lists.append("k", racer + "-" + n, 7, null));
            return racer;
        });

        assertThat(lists.list("k", String.class)).hasSize(7).doesNotHaveDuplicates();
    }
}
