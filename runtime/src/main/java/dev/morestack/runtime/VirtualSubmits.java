package dev.morestack.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Submits virtual threads to where they are to run. The JDK asks a thread's scheduler, but takes a
 * short cut to the pool of the carrier that the thread has just left.
 */
public final class VirtualSubmits {

    private VirtualSubmits() {}

    /** Replaces {@code pool.externalSubmit(task)}. */
    public static ForkJoinTask<?> external(
            ForkJoinPool pool, ForkJoinTask<?> task, Executor scheduler, Runnable toContinue) {
        if (scheduler instanceof VirtualMove) {
            scheduler.execute(toContinue);
            return task;
        }
        return pool.externalSubmit(task);
    }

    /** Replaces {@code pool.lazySubmit(task)}. */
    public static ForkJoinTask<?> lazy(
            ForkJoinPool pool, ForkJoinTask<?> task, Executor scheduler, Runnable toContinue) {
        if (scheduler instanceof VirtualMove) {
            scheduler.execute(toContinue);
            return task;
        }
        return pool.lazySubmit(task);
    }
}
