package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.chat.KeyedValues;
import org.restante.codec.Content;
import org.restante.codec.UnreadableValueException;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Values under a key. */
public interface ValuesContract extends ChatFixture {

    Duration SECOND = Duration.ofSeconds(1);

    @Test
    @Scenario("C15")
    default void aValueIsThereUntilItsTimeIsOver() {
        KeyedValues values = fresh().values();
        assertThat(values.get("k", String.class)).isEmpty();
        values.set("k", "brief", SECOND);
        values.set("ever", "long", null);

        clock().advance(SECOND.minus(MICRO));
        assertThat(values.get("k", String.class)).contains("brief");
        clock().advance(MICRO);
        assertThat(values.get("k", String.class)).isEmpty();
        clock().advance(Duration.ofDays(36500));
        assertThat(values.get("ever", String.class)).contains("long");
    }

    @Test
    @Scenario("C15")
    default void aValueThatIsSetAnewHasItsTimeAnew() {
        KeyedValues values = fresh().values();
        values.set("k", "a", SECOND);
        values.set("k", "b", null);
        clock().advance(SECOND);
        assertThat(values.get("k", String.class)).contains("b");
        values.set("k", "c", SECOND);
        clock().advance(SECOND);
        assertThat(values.get("k", String.class)).isEmpty();
        values.set("k", "d", SECOND);
        assertThat(values.get("k", String.class)).contains("d");

        values.delete("k");
        assertThat(values.get("k", String.class)).isEmpty();
        values.delete("k");
    }

    @Test
    @Scenario("C15")
    default void anAbsentValueIsSetAndOneThatIsOverIsAbsent() {
        KeyedValues values = fresh().values();

        assertThat(values.setIfAbsent("k", "a", SECOND)).isTrue();
        assertThat(values.setIfAbsent("k", "b", SECOND)).isFalse();
        assertThat(values.get("k", String.class)).contains("a");
        clock().advance(SECOND);
        assertThat(values.setIfAbsent("k", "c", null)).isTrue();
        clock().advance(SECOND);
        assertThat(values.setIfAbsent("k", "d", null)).isFalse();
        assertThat(values.get("k", String.class)).contains("c");
    }

    @Test
    @Scenario("C15")
    default void ofFiftyWhoSetIfAbsentOneWins() {
        KeyedValues values = fresh().values();
        for (int round = 0; round < 5; round++) {
            List<Boolean> won = Race.of(threads(), 50, racer -> values.setIfAbsent("k", "racer " + racer, SECOND));

            assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
            assertThat(values.get("k", String.class)).contains("racer " + won.indexOf(true));
            clock().advance(SECOND); // the next ones find one that is over
        }
    }

    @Test
    @Scenario("C15")
    default void valuesAreOfManyTypesAndNotTakenForOthers() {
        KeyedValues values = fresh().values();
        byte[] bytes = "bytes".getBytes(StandardCharsets.UTF_8);
        Content content = new Content(Content.JSON, "null".getBytes(StandardCharsets.UTF_8));
        values.set("bytes", bytes, null);
        values.set("map", Map.of("a", List.of(1, 2)), null);
        values.set("content", content, null);

        assertThat(values.get("bytes", byte[].class)).contains(bytes);
        assertThat(values.get("map", Map.class)).contains(Map.of("a", List.of(1, 2)));
        assertThat(values.get("content", Content.class)).contains(content);
        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> values.get("map", Integer.class));
    }
}
