package org.restante.system;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;

/** Where in a handler's life its process is killed: whoever comes there waits for that. */
enum CrashWindow {
    AFTER_CLAIM,
    AFTER_EFFECT,
    /** The receipt is written, and nothing is committed. */
    AFTER_COMPLETE,
    /** All is ready to be committed, and the message not acknowledged. */
    BEFORE_ACKNOWLEDGEMENT;

    private static final AtomicReference<@Nullable CrashWindow> ARMED = new AtomicReference<>();
    private static final AtomicInteger REACHED = new AtomicInteger();

    /** From now on handlers stop there, until the process ends. */
    void arm() {
        ARMED.set(this);
    }

    boolean isArmed() {
        return ARMED.get() == this;
    }

    /** How many handlers have come to where they wait. */
    static int reached() {
        return REACHED.get();
    }

    /** Comes there: goes on only where it is not armed. */
    void reach() {
        if (isArmed()) {
            REACHED.incrementAndGet();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A part of a transaction that never gets to say that it is ready. */
    static final class NeverReady implements XAResource {

        @Override
        public int prepare(Xid xid) {
            BEFORE_ACKNOWLEDGEMENT.reach();
            return XA_OK;
        }

        @Override
        public void commit(Xid xid, boolean onePhase) {}

        @Override
        public void rollback(Xid xid) {}

        @Override
        public void start(Xid xid, int flags) {}

        @Override
        public void end(Xid xid, int flags) {}

        @Override
        public void forget(Xid xid) {}

        @Override
        public Xid[] recover(int flag) {
            return new Xid[0];
        }

        @Override
        public boolean isSameRM(XAResource other) throws XAException {
            return other == this;
        }

        @Override
        public int getTransactionTimeout() {
            return 0;
        }

        @Override
        public boolean setTransactionTimeout(int seconds) {
            return false;
        }
    }
}
