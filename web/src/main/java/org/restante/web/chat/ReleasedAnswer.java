package org.restante.web.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.restante.chat.ReleaseResult;

/**
 * A lock is free, as it is answered.
 *
 * @param released what waited, in order
 * @param skipped what had waited for too long; left out where nothing had
 */
public record ReleasedAnswer(
        List<PendingView> released,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PendingView> skipped) {

    static ReleasedAnswer of(ReleaseResult.Released released) {
        return new ReleasedAnswer(PendingView.all(released.pending()), PendingView.all(released.expired()));
    }
}
