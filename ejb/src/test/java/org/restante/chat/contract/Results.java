package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.NextResult;
import org.restante.chat.Pending;
import org.restante.chat.ReleaseResult;
import org.restante.entry.InvalidInputException;

/** What tests ask and what they expect. */
public final class Results {

    private Results() {}

    public static LockRequest reject(String owner) {
        return LockRequest.of(owner, LockStrategy.REJECT);
    }

    /** Asks to be queued with a message of that name. */
    public static LockRequest queue(String message) {
        return LockRequest.of("owner of " + message, LockStrategy.QUEUE).withMetadata(Map.of("message", message));
    }

    /** Asks to be debounced with a message of that name. */
    public static LockRequest debounce(String message) {
        return LockRequest.of("owner of " + message, LockStrategy.DEBOUNCE).withMetadata(Map.of("message", message));
    }

    /** The token of a lock that must have been acquired. */
    public static LockToken acquired(LockResult result) {
        assertThat(result).isInstanceOf(LockResult.Acquired.class);
        return Objects.requireNonNull(((LockResult.Acquired) result).token());
    }

    /** It waits at that position, and these had to go. */
    public static void queued(LockResult result, int position, String... dropped) {
        assertThat(result).isInstanceOfSatisfying(LockResult.Queued.class, queued -> {
            assertThat(queued.position()).isEqualTo(position);
            assertThat(messages(queued.dropped())).isEqualTo(List.of(dropped));
        });
    }

    /** It was set free, and these waited. */
    public static void released(ReleaseResult result, String... pending) {
        assertThat(result).isInstanceOfSatisfying(ReleaseResult.Released.class, released -> {
            assertThat(messages(released.pending())).isEqualTo(List.of(pending));
            assertThat(released.expired()).isEmpty();
        });
    }

    /** That message is next, these are skipped; under this token. */
    public static LockToken next(NextResult result, String message, String... skipped) {
        assertThat(result).isInstanceOf(NextResult.Next.class);
        NextResult.Next next = (NextResult.Next) result;
        assertThat(next.entry().metadata()).containsEntry("message", message);
        assertThat(messages(next.skipped())).isEqualTo(List.of(skipped));
        return next.token();
    }

    /** Nothing came next, these are skipped. */
    public static void freed(NextResult result, String... skipped) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        NextResult.Freed.class,
                        freed -> assertThat(messages(freed.skipped())).isEqualTo(List.of(skipped)));
    }

    /** The names of the messages. */
    public static List<Object> messages(List<Pending> entries) {
        return entries.stream()
                .map(entry -> Objects.requireNonNull(entry.metadata().get("message")))
                .toList();
    }

    /** Refused, naming that field. */
    public static void refused(String field, Runnable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
