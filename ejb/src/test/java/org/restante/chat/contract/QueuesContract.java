package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.chat.EntryQueues;
import org.restante.chat.EntryQueues.Taken;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.ProfileId;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Queues apart from the locks. */
public interface QueuesContract extends ChatFixture {

    @Test
    @Scenario("C18")
    default void entriesAreTakenOnceAndInOrder() {
        EntryQueues queues = fresh().queues();
        assertThat(queues.take("k", String.class)).isEmpty();
        assertThat(queues.depth("k")).isZero();
        assertThat(queues.put("k", "a", 10)).isEqualTo(1);
        assertThat(queues.put("k", "b", 10)).isEqualTo(2);
        assertThat(queues.depth("k")).isEqualTo(2);
        assertThat(queues.depth("other")).isZero();
        clock().advance(Duration.ofDays(36500)); // they wait for ever

        assertThat(queues.take("k", String.class)).contains(new Taken<>("a", 1));
        assertThat(queues.put("k", "c", 10)).isEqualTo(2);
        assertThat(queues.take("k", String.class)).contains(new Taken<>("b", 1));
        assertThat(queues.take("k", String.class)).contains(new Taken<>("c", 0));
        assertThat(queues.take("k", String.class)).isEmpty();
        assertThat(queues.depth("k")).isZero();
        assertThat(queues.put("k", "d", 10)).isEqualTo(1);
        queues.clear("k");
        assertThat(queues.depth("k")).isZero();
        assertThat(queues.take("k", String.class)).isEmpty();
    }

    @Test
    @Scenario("C18")
    default void theOldestGoBeyondTheSize() {
        EntryQueues queues = fresh().queues();
        List.of("a", "b", "c").forEach(entry -> queues.put("k", entry, 3));

        assertThat(queues.put("k", "d", 3)).isEqualTo(3);
        assertThat(queues.put("k", "e", 2)).isEqualTo(2);
        assertThat(queues.take("k", String.class)).contains(new Taken<>("d", 1));
        assertThat(queues.put("k", "f", 2)).isEqualTo(2);
        assertThat(queues.take("k", String.class)).contains(new Taken<>("e", 1));
    }

    @Test
    @Scenario("C18")
    default void aListOfThatNameIsAnother() {
        ProfileId profile = ChatFixture.profile();
        EntryQueues queues = states().of(profile).queues();
        queues.put("k", "entry", 10);
        states().of(profile).lists().append("k", "item", 10, null);

        assertThat(queues.take("k", String.class)).contains(new Taken<>("entry", 0));
        assertThat(states().of(profile).lists().list("k", String.class)).containsExactly("item");
    }

    @Test
    @Scenario("C18")
    default void whatIsNotOfThatTypeStaysWhereItIs() {
        EntryQueues queues = fresh().queues();
        queues.put("k", "text", 10);
        queues.put("k", 42, 10);

        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> queues.take("k", Integer.class));

        assertThat(queues.depth("k")).isEqualTo(2);
        assertThat(queues.take("k", String.class)).contains(new Taken<>("text", 1));
        assertThat(queues.take("k", Integer.class)).contains(new Taken<>(42, 0));
    }

    @Test
    @Scenario("C18")
    default void twentyTakersGetEachEntryOnceAndInOrder() {
        ProfileId profile = ChatFixture.profile();
        int entries = 300;
        IntStream.range(0, entries).forEach(n -> states().of(profile).queues().put("k", n, entries));

        List<List<Integer>> taken =
                Race.of(threads(), 20, taker -> takeAll(states().of(profile).queues()));

        assertThat(taken).allSatisfy(own -> assertThat(own).isSorted());
        assertThat(taken.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, entries).boxed().toList());
    }

    @Test
    @Scenario("C18")
    default void takersAmongThoseWhoPutLoseNothing() {
        ProfileId profile = ChatFixture.profile();
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        Race.of(threads(), 8, racer -> {
            EntryQueues queues = states().of(profile).queues();
            for (int n = 0; n < 25; n++) {
                if (racer % 2 == 0) {
                    queues.put("k", racer * 25 + n, 1000);
                } else {
                    queues.take("k", Integer.class).ifPresent(one -> taken.add(one.entry()));
                }
            }
            return racer;
        });
        taken.addAll(takeAll(states().of(profile).queues()));

        assertThat(taken).hasSize(100).doesNotHaveDuplicates();
    }

    private static List<Integer> takeAll(EntryQueues queues) {
        List<Integer> taken = new ArrayList<>();
        Optional<Taken<Integer>> next = queues.take("k", Integer.class);
        while (next.isPresent()) {
            taken.add(next.get().entry());
            next = queues.take("k", Integer.class);
        }
        return taken;
    }
}
