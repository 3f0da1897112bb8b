package org.restante.metering;

import org.restante.chat.LockLostException;
import org.restante.chat.LockResult;
import org.restante.chat.NextResult;
import org.restante.chat.ReleaseResult;
import org.restante.codec.UnreadableValueException;
import org.restante.conversation.Admission;
import org.restante.dedup.Decision;
import org.restante.dedup.FingerprintMismatchException;
import org.restante.dedup.ReceiptMismatchException;
import org.restante.dedup.StaleClaimException;
import org.restante.entry.InvalidInputException;
import org.restante.keystore.KeyTransactionTimeoutException;
import org.restante.keystore.LockTimeoutException;
import org.restante.retry.RetryAttempt;
import org.restante.storage.Lookup;
import org.restante.storage.PutOutcome;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.UnreadableEntryException;
import org.restante.storage.VersionConflictException;

/** From what operations come to, in their own types, to what is counted. */
final class Outcomes {

    private Outcomes() {}

    static Outcome of(Throwable thrown) {
        if (thrown instanceof InvalidInputException) {
            return Outcome.INVALID;
        }
        if (thrown instanceof StorageUnavailableException) {
            return Outcome.UNAVAILABLE;
        }
        if (thrown instanceof StaleClaimException || thrown instanceof LockLostException) {
            return Outcome.STALE;
        }
        if (thrown instanceof FingerprintMismatchException || thrown instanceof ReceiptMismatchException) {
            return Outcome.MISMATCH;
        }
        if (thrown instanceof LockTimeoutException || thrown instanceof KeyTransactionTimeoutException) {
            return Outcome.TIMEOUT;
        }
        if (thrown instanceof UnreadableEntryException || thrown instanceof UnreadableValueException) {
            return Outcome.UNREADABLE;
        }
        return thrown instanceof VersionConflictException ? Outcome.CONFLICT : Outcome.FAILED;
    }

    static Outcome of(Lookup<?> lookup) {
        if (lookup instanceof Lookup.Found) {
            return Outcome.FOUND;
        }
        return lookup instanceof Lookup.Absent ? Outcome.ABSENT : Outcome.UNREADABLE;
    }

    static Outcome of(PutOutcome put) {
        return put instanceof PutOutcome.Written ? Outcome.DONE : Outcome.CONFLICT;
    }

    static Outcome of(RetryAttempt attempt) {
        return attempt.allowed() ? Outcome.ALLOWED : Outcome.REFUSED;
    }

    static Outcome of(Decision decision) {
        if (decision instanceof Decision.Claimed claimed) {
            return claimed.claim().attempt() > 1 ? Outcome.TAKEN_OVER : Outcome.CLAIMED;
        }
        return decision instanceof Decision.InFlight ? Outcome.IN_FLIGHT : Outcome.COMPLETED;
    }

    static Outcome of(LockResult lock) {
        if (lock instanceof LockResult.Acquired) {
            return Outcome.CLAIMED;
        }
        if (lock instanceof LockResult.Queued) {
            return Outcome.QUEUED;
        }
        if (lock instanceof LockResult.Debounced) {
            return Outcome.DEBOUNCED;
        }
        return lock instanceof LockResult.Overflowed ? Outcome.OVERFLOWED : Outcome.BUSY;
    }

    static Outcome of(ReleaseResult release) {
        return release instanceof ReleaseResult.Released ? Outcome.DONE : Outcome.STALE;
    }

    static Outcome of(NextResult next) {
        if (next instanceof NextResult.Next) {
            return Outcome.FOUND;
        }
        return next instanceof NextResult.Freed ? Outcome.ABSENT : Outcome.STALE;
    }

    static Outcome of(Admission admission) {
        return switch (admission) {
            case ACCEPTED -> Outcome.ALLOWED;
            case DUPLICATE -> Outcome.DUPLICATE;
            case REJECTED -> Outcome.REFUSED;
        };
    }

    static Outcome found(boolean there) {
        return there ? Outcome.FOUND : Outcome.ABSENT;
    }

    static Outcome duplicate(boolean duplicate) {
        return duplicate ? Outcome.DUPLICATE : Outcome.FIRST;
    }
}
