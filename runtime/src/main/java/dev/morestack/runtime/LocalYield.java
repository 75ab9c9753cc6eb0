package dev.morestack.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import jdk.internal.misc.CarrierThread;
import jdk.internal.vm.annotation.Hidden;

/**
 * A yield of a virtual thread that goes by way of its carrier's own queue.
 *
 * <p>A thread that yields goes to its scheduler when the queue of its carrier has tasks, and when
 * it has none, into a queue that all carriers share. That one wakes another carrier, which takes
 * several times as long as the spill for which this thread yields, and lets threads run that would
 * not have run without it. So this is a task in the carrier's queue and the thread's scheduler at
 * the same time, and mounts the thread again.
 */
final class LocalYield extends ForkJoinTask<Void> implements Executor {

    private static final long serialVersionUID = 1;

    /** Tags of this task: the thread has not been unmounted; it is to be mounted; too early. */
    private static final short WAITS = 0;

    private static final short MOUNTS = 1;
    private static final short MISSED = 2;

    private final transient Thread thread;
    private final transient Executor own;
    private final transient Runnable toContinue;

    private LocalYield(Thread thread, Executor own) {
        this.thread = thread;
        this.own = own;
        toContinue = Schedulers.toContinue(thread);
    }

    /**
     * Yields the calling virtual thread, which stays on its carrier if that has nothing else.
     *
     * @param mayQueue whether it may put a task into the carrier's queue; else it yields as ever
     */
    @Hidden
    // Not a hint to the scheduler: the yield freezes the frames.
    @SuppressWarnings("ThreadPriorityCheck")
    static void freeze(Thread thread, boolean mayQueue) {
        LocalYield prepared = mayQueue ? prepare(thread) : null;
        try {
            Thread.yield();
        } finally {
            if (prepared != null) {
                Schedulers.set(thread, prepared.own);
            }
        }
    }

    private static LocalYield prepare(Thread thread) {
        if (Schedulers.areKnown()
                // Elsewhere the thread has a scheduler that decides for itself.
                && JavaLang.ACCESS.currentCarrierThread() instanceof CarrierThread carrier
                && carrier.getQueuedTaskCount() == 0) {
            Executor own = Schedulers.of(thread);
            LocalYield task = new LocalYield(thread, own);
            ForkJoinTask<Void> unused = carrier.getPool().lazySubmit(task);
            Schedulers.set(thread, task);
            return task;
        }
        return null;
    }

    /** Schedules the thread, which has been unmounted. */
    @Override
    public void execute(Runnable task) {
        Schedulers.set(thread, own);
        if (!compareAndSetForkJoinTaskTag(WAITS, MOUNTS)) {
            own.execute(task);
        }
    }

    @Override
    @Hidden
    protected boolean exec() {
        // Another carrier may have come for this before the thread was unmounted.
        if (!compareAndSetForkJoinTaskTag(WAITS, MISSED)) {
            toContinue.run();
        }
        return true;
    }

    @Override
    public Void getRawResult() {
        return null;
    }

    @Override
    protected void setRawResult(Void value) {}
}
