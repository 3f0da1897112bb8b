package org.restante.keystore.jpa;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.restante.database.Dialect;
import org.restante.keystore.KeyLocks;
import org.restante.keystore.LockKey;
import org.restante.keystore.LockLine;
import org.restante.storage.ReadyDatabase;
import org.restante.time.Ticker;
import org.restante.transaction.Transactions;

/**
 * Locks as rows of {@code restante_lock}, held from the one statement that takes them until the transaction's end, which is
 * also what the database makes of a process that dies. Two of this process at most are in the database for one lock, the
 * holder and the next; the others wait in a {@link LockLine}, without a connection. Who holds locks in the caller's
 * transaction already goes straight to the database, which finds deadlocks.
 */
public final class DatabaseLocks implements KeyLocks {

    private static final int HOLDER_AND_NEXT = 2;

    private final ReadyDatabase database;
    private final Transactions transactions;
    private final LockLine line = new LockLine(HOLDER_AND_NEXT, Ticker.system());

    public DatabaseLocks(ReadyDatabase database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public boolean joins() {
        return transactions.active();
    }

    @Override
    public <T> T holding(List<LockKey> locks, Limits limits, Function<Held, T> work) {
        return database.ask(dialect -> {
            Taking taking = new Taking(dialect, locks, limits);
            return transactions.active() ? joined(taking, work) : own(taking, work);
        });
    }

    private record Taking(Dialect dialect, List<LockKey> locks, Limits limits) {}

    private <T> T own(Taking taking, Function<Held, T> work) {
        LockLine.Pass pass = line.enter(taking.locks, taking.limits.lockWait());
        try {
            // it begins before the lock is had, and the work's own time after that
            Duration limit = pass.remaining().plus(taking.limits.transaction());
            return transactions.requiresNew(
                    limit, giveUp -> work.apply(new Held(take(taking, pass), () -> giveUp(giveUp, pass))));
        } finally {
            pass.leave();
        }
    }

    private <T> T joined(Taking taking, Function<Held, T> work) {
        return transactions.required(() -> {
            AtomicBoolean holdsSome = transactions.kept(this, AtomicBoolean::new);
            LockLine.Pass pass = line.enter(holdsSome.get() ? List.of() : taking.locks, taking.limits.lockWait());
            leaveAfterwards(pass);
            long token = take(taking, pass);
            holdsSome.set(true);
            return work.apply(new Held(token, () -> {}));
        });
    }

    /** The work may be stuck for good, and those who come next must not be. */
    private static void giveUp(Runnable rollback, LockLine.Pass pass) {
        try {
            rollback.run();
        } finally {
            pass.leave();
        }
    }

    /** A server refuses that once the transaction is marked for rollback. */
    private void leaveAfterwards(LockLine.Pass pass) {
        boolean registered = false;
        try {
            transactions.afterCompletion(pass::leave);
            registered = true;
        } finally {
            if (!registered) {
                pass.leave();
            }
        }
    }

    private long take(Taking taking, LockLine.Pass pass) {
        LockSql sql = LockSql.of(taking.dialect);
        return database.sql(connection -> {
            try {
                return sql.take(connection, taking.locks, pass::remaining);
            } catch (SQLException e) {
                if (sql.isTimeout(e)) {
                    throw LockLine.timeout(taking.locks, taking.limits.lockWait());
                }
                throw e;
            }
        });
    }
}
