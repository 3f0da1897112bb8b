package org.restante.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.restante.storage.Expected;

class PreconditionsTest {

    @Test
    void theUsualConditionsNeedNoLookAtWhatIsThere() {
        assertThat(ifMatch().expected(PreconditionsTest::notAsked)).contains(Expected.anything());
        assertThat(ifMatch("\"5\"").expected(PreconditionsTest::notAsked)).contains(Expected.version(5));
        assertThat(ifMatch("*").expected(PreconditionsTest::notAsked)).contains(Expected.present());
        assertThat(ifNoneMatch("*").expected(PreconditionsTest::notAsked)).contains(Expected.absent());
    }

    @Test
    void aListExpectsTheVersionThatIsThereAndInIt() {
        assertThat(ifMatch("\"4\", \"5\"").expected(() -> 5L)).contains(Expected.version(5));
        assertThat(ifMatch("\"4\", \"5\"").expected(() -> 6L)).isEmpty();
        assertThat(ifMatch("\"4\", \"5\"").expected(() -> null)).isEmpty();
    }

    @Test
    void aTagThatIsNoneOfOursNeverHolds() {
        for (String tag : List.of("\"abc\"", "\"0\"", "\"-5\"", "\"05\"", "\"99999999999999999999\"", "W/\"5\"")) {
            assertThat(ifMatch(tag).expected(() -> 5L)).as(tag).isEmpty();
        }
    }

    @Test
    void ifNoneMatchOfTagsHoldsForEveryOtherVersionAndForNone() {
        assertThat(ifNoneMatch("\"4\"").expected(() -> 5L)).contains(Expected.version(5));
        assertThat(ifNoneMatch("\"5\"").expected(() -> 5L)).isEmpty();
        assertThat(ifNoneMatch("\"5\"").expected(() -> null)).contains(Expected.absent());
    }

    @Test
    void bothConditionsMustHold() {
        Preconditions both = new Preconditions(tags("\"5\""), tags("*"));

        assertThat(both.expected(() -> 5L)).isEmpty();
        assertThat(both.expected(() -> null)).isEmpty();
    }

    private static @Nullable Long notAsked() {
        throw new AssertionError("one expectation says it all");
    }

    private static Preconditions ifMatch(String... lines) {
        return new Preconditions(tags(lines), Optional.empty());
    }

    private static Preconditions ifNoneMatch(String... lines) {
        return new Preconditions(Optional.empty(), tags(lines));
    }

    private static Optional<EntityTags> tags(String... lines) {
        return EntityTags.parse("If-Match", List.of(lines));
    }
}
