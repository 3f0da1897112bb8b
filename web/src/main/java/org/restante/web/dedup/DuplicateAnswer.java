package org.restante.web.dedup;

import org.restante.dedup.Decision.Completed;

/** What is answered to who claims a key that was handled. */
public record DuplicateAnswer(String state, byte[] receipt) {

    static DuplicateAnswer of(Completed completed) {
        return new DuplicateAnswer(ClaimView.COMPLETED, completed.receipt().bytes());
    }
}
