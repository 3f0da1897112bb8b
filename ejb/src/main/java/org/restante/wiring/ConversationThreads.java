package org.restante.wiring;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.restante.conversation.Dispatcher;
import org.restante.conversation.HandoverSignal;

/** What a dispatcher needs of its process, the same in a container and without one. */
final class ConversationThreads {

    private static final long IDLE_SECONDS = 10;

    private ConversationThreads() {}

    /**
     * As many threads as needed, up to that number.
     *
     * @param around is given each handling, to be done at once
     */
    static Dispatcher.Border border(ThreadFactory threads, int most, HandoverSignal signal, Consumer<Runnable> around) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(most, threads);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return new Dispatcher.Border(node(), executor, signal, around);
    }

    /** Tells people which process it is; another one after a restart. */
    private static String node() {
        return ManagementFactory.getRuntimeMXBean().getName() + "/"
                + UUID.randomUUID().toString().substring(0, 8);
    }
}
