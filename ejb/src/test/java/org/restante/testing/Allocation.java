package org.restante.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What work costs in memory, freed again or not. */
public final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** How many bytes of the heap this thread allocates in that work; other threads do not count. */
    public static <E extends Exception> long during(Work<E> work) throws E {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        work.run();
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }

    /** Anything to do. */
    public interface Work<E extends Exception> {
        void run() throws E;
    }
}
