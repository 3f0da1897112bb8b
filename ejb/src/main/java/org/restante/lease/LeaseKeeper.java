package org.restante.lease;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Renews leases while what they hold is needed: a third of the lease after it began, and again and again. Thread-safe. */
public final class LeaseKeeper implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LeaseKeeper.class.getName());

    private static final int RENEWALS_AT_ONCE = 4;
    private static final long IDLE_SECONDS = 10;
    private static final long SHORTEST_NANOS = 1_000_000;

    private final ScheduledExecutorService executor;

    /**
     * One that renews on that executor until that is shut down.
     *
     * @param executor should drop what is cancelled at once: a renewal is, whenever something is done
     */
    public LeaseKeeper(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** One that renews on such threads, a few at once, until it is closed. */
    public static LeaseKeeper on(ThreadFactory threads) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(RENEWALS_AT_ONCE, threads);
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return new LeaseKeeper(executor);
    }

    /** Renews nothing more; the executor is shut down. */
    @Override
    public void close() {
        executor.shutdownNow();
    }

    /**
     * Renews a lease until that is closed.
     *
     * @param onLost is run once if it is not held any more, on a thread of the executor
     */
    public Kept keep(Lease lease, Runnable onLost) {
        Kept kept = new Kept(lease, onLost);
        kept.again();
        return kept;
    }

    /** A lease that is being renewed. */
    public final class Kept implements AutoCloseable {

        private final Lease lease;
        private final Runnable onLost;
        private @Nullable Future<?> next;
        private boolean closed;
        private volatile boolean lost;

        private Kept(Lease lease, Runnable onLost) {
            this.lease = lease;
            this.onLost = onLost;
        }

        /** Whether it is known to be held no more. */
        public boolean isLost() {
            return lost;
        }

        /** Ends the renewing; afterwards none is under way. */
        @Override
        public synchronized void close() {
            closed = true;
            if (next != null) {
                next.cancel(false);
            }
        }

        private synchronized void again() {
            try {
                next = executor.schedule(
                        this::renew, Math.max(SHORTEST_NANOS, lease.length().toNanos() / 3), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.DEBUG, "The lease of {0} is not renewed: the server is stopping", lease);
            }
        }

        private synchronized void renew() {
            if (closed) {
                return;
            }
            try {
                if (lease.renew()) {
                    again();
                } else {
                    LOG.log(Level.WARNING, "The lease of {0} ran out or was taken away: it is lost", lease);
                    lost = true;
                    onLost.run();
                }
            } catch (RuntimeException e) { // of the store, a pool or the server: as long as nobody says that it is lost
                LOG.log(Level.DEBUG, "The lease is renewed later", e);
                again();
            }
        }
    }
}
