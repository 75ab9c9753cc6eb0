package dev.morestack.runtime;

import java.util.concurrent.Executor;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.Hidden;

/**
 * A virtual thread's stay on a big carrier: its scheduler for that time. A yield then mounts the
 * thread there, and another one, with its own scheduler back in place, where it belongs.
 *
 * <p>While it stays, it parks and blocks as ever, and its carrier waits for it.
 */
final class VirtualMove implements Executor, Carrier.Work {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    /** Negative where virtual threads have other schedulers than this code knows. */
    private static final long SCHEDULER;

    private static final long CONTINUE;

    static {
        long scheduler = -1;
        long toContinue = -1;
        try {
            Class<?> type = Class.forName("java.lang.VirtualThread");
            if (type.getDeclaredField("scheduler").getType() == Executor.class
                    && type.getDeclaredField("runContinuation").getType() == Runnable.class
                    && Installation.mayMoveVirtualThreads()) {
                scheduler = UNSAFE.objectFieldOffset(type, "scheduler");
                toContinue = UNSAFE.objectFieldOffset(type, "runContinuation");
            }
        } catch (ReflectiveOperationException e) {
            Installation.log("virtual threads cannot move: ", e);
        }
        SCHEDULER = scheduler;
        CONTINUE = toContinue;
    }

    private final Thread thread;
    private final Executor own;
    private final Runnable toContinue;
    private final Carrier carrier;
    private volatile boolean isLeaving;

    private VirtualMove(Thread thread, Executor own, Carrier carrier) {
        this.thread = thread;
        this.own = own;
        this.carrier = carrier;
        toContinue = (Runnable) UNSAFE.getReference(thread, CONTINUE);
    }

    /** Returns where the thread stays. */
    Carrier carrier() {
        return carrier;
    }

    static boolean isPossible() {
        return SCHEDULER >= 0;
    }

    /** Returns the stay of the thread; null when it is where it belongs. */
    static VirtualMove of(Thread thread) {
        return isPossible() && scheduler(thread) instanceof VirtualMove move ? move : null;
    }

    private static Object scheduler(Thread thread) {
        return UNSAFE.getReferenceVolatile(thread, SCHEDULER);
    }

    /**
     * Mounts the calling thread on the carrier.
     *
     * @return whether it is there; the carrier has been given back otherwise
     */
    @Hidden
    static boolean to(Thread thread, Carrier carrier) {
        VirtualMove former = of(thread);
        Executor own = former == null ? (Executor) scheduler(thread) : former.own;
        VirtualMove move = new VirtualMove(thread, own, carrier);
        if (former != null) {
            former.isLeaving = true;
        }
        UNSAFE.putReferenceVolatile(thread, SCHEDULER, move);
        Thread.yield();
        if (JavaLang.ACCESS.currentCarrierThread() == carrier) {
            VirtualThreads.countForRegion(Counters.MOVES);
            VirtualThreads.countForRegion(Counters.VIRTUAL_MOVES);
            return true;
        }
        // Pinned.
        if (former != null) {
            former.isLeaving = false;
        }
        UNSAFE.putReferenceVolatile(thread, SCHEDULER, former == null ? own : former);
        Carriers.giveBack(carrier);
        return false;
    }

    /** Mounts the thread where it belongs; if it is pinned, the next time that it is mounted. */
    @Hidden
    void leave() {
        isLeaving = true;
        UNSAFE.putReferenceVolatile(thread, SCHEDULER, own);
        Thread.yield();
    }

    /** Schedules the thread, or one that was created by it and has inherited this scheduler. */
    @Override
    public void execute(Runnable task) {
        if (task == toContinue) {
            carrier.give(this, carrier);
        } else {
            own.execute(task);
        }
    }

    @Override
    @Hidden
    public Thread runOn(Carrier self) {
        toContinue.run();
        // Else the thread is waiting for something, and the carrier for the thread.
        if (isLeaving || !thread.isAlive()) {
            Carriers.giveBack(self);
        }
        return null;
    }
}
