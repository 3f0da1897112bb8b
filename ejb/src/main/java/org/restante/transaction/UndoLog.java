package org.restante.transaction;

import java.util.ArrayDeque;
import java.util.Deque;

/** What undoes the changes of the caller's transaction if that is rolled back: the last one first. Thread-safe. */
public interface UndoLog {

    /** Notes how a change that was made is undone. */
    void add(Runnable undo);

    /** Where nothing is ever undone. */
    static UndoLog none() {
        return undo -> {};
    }

    /** One for each transaction. */
    static UndoLog of(Transactions transactions) {
        Object place = new Object();
        return undo -> {
            if (transactions.active() && !transactions.rollbackOnly()) { // of one that is, nothing more can be asked
                transactions
                        .<Deque<Runnable>>kept(place, () -> begun(transactions))
                        .push(undo);
            }
        };
    }

    private static Deque<Runnable> begun(Transactions transactions) {
        Deque<Runnable> undos = new ArrayDeque<>();
        transactions.afterRollback(() -> undos.forEach(Runnable::run));
        return undos;
    }
}
