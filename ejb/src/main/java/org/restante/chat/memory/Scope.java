package org.restante.chat.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.restante.transaction.Transactions;
import org.restante.transaction.UndoLog;

/** What operations are part of: a transaction, several that are done as one, or nothing. Thread-safe. */
interface Scope {

    /** What undoes them. */
    UndoLog undoLog();

    /** Runs the action when that has ended and what was to be undone is undone; at once where it is nothing. */
    void atEnd(Runnable action);

    /** Does the work as one, and gives it what it is part of. */
    <T> T together(Function<Scope, T> work);

    /** That of operations which are done for good at once. */
    Scope independent();

    /** Without transactions: there is only what is done together. */
    static Scope plain() {
        return new Plain();
    }

    /** The caller's transactions. */
    static Scope of(Transactions transactions) {
        return new Joined(transactions, UndoLog.of(transactions));
    }

    /** Each operation by itself. */
    record Plain() implements Scope {

        @Override
        public UndoLog undoLog() {
            return UndoLog.none();
        }

        @Override
        public void atEnd(Runnable action) {
            action.run();
        }

        @Override
        public <T> T together(Function<Scope, T> work) {
            return Together.run(work);
        }

        @Override
        public Scope independent() {
            return this;
        }
    }

    /** Several operations of one thread that are undone when their work throws. */
    record Together(Deque<Runnable> undos, Deque<Runnable> ends) implements Scope {

        static <T> T run(Function<Scope, T> work) {
            Together scope = new Together(new ArrayDeque<>(), new ArrayDeque<>());
            try {
                return work.apply(scope);
            } catch (Throwable e) { // work in other languages throws undeclared exceptions too
                scope.undos.forEach(Runnable::run);
                throw e;
            } finally {
                scope.ends.forEach(Runnable::run);
            }
        }

        @Override
        public UndoLog undoLog() {
            return undos::push;
        }

        @Override
        public void atEnd(Runnable action) {
            ends.push(action);
        }

        @Override
        public <T> T together(Function<Scope, T> work) {
            return work.apply(this);
        }

        @Override
        public Scope independent() {
            return new Plain();
        }
    }

    /** The caller's transaction, where there is one. */
    record Joined(Transactions transactions, UndoLog undoLog) implements Scope {

        @Override
        public void atEnd(Runnable action) {
            if (transactions.active() && !transactions.rollbackOnly()) {
                undoLog.add(() -> {}); // so that all is undone before
                transactions.afterCompletion(action);
            } else {
                action.run();
            }
        }

        @Override
        public <T> T together(Function<Scope, T> work) {
            return transactions.required(() -> work.apply(this));
        }

        @Override
        public Scope independent() {
            return new Separate(this);
        }
    }

    /** Beside the caller's transaction. */
    record Separate(Joined joined) implements Scope {

        @Override
        public UndoLog undoLog() {
            return UndoLog.none();
        }

        @Override
        public void atEnd(Runnable action) {
            action.run();
        }

        @Override
        public <T> T together(Function<Scope, T> work) {
            return joined.transactions().requiresNew(() -> work.apply(joined));
        }

        @Override
        public Scope independent() {
            return this;
        }
    }
}
