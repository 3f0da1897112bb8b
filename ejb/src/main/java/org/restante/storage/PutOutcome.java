package org.restante.storage;

import java.util.OptionalLong;

/** What became of a conditional put. */
public sealed interface PutOutcome {

    /** The value is stored. */
    record Written(long version) implements PutOutcome {}

    /**
     * Something else was there than expected; nothing was changed.
     *
     * @param actual the version found just after the refusal, empty when no entry was there
     */
    record Conflict(OptionalLong actual) implements PutOutcome {}
}
