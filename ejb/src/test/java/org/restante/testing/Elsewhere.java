package org.restante.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work on another thread, waited for. */
public final class Elsewhere {

    private static final long LIMIT_SECONDS = 30;

    private Elsewhere() {}

    /** What the work comes to. */
    public static <T> T get(ThreadFactory threads, Supplier<T> work) {
        return await(start(threads, work));
    }

    /** Does the work. */
    public static void run(ThreadFactory threads, Runnable work) {
        get(threads, () -> {
            work.run();
            return work;
        });
    }

    /** Begins the work, and does not wait for it. */
    public static <T> CompletableFuture<T> start(ThreadFactory threads, Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> threads.newThread(task).start());
    }

    /** What that work comes to, or what it threw. */
    public static <T> T await(CompletableFuture<T> work) {
        try {
            return work.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new AssertionError(e.getCause());
        }
    }
}
