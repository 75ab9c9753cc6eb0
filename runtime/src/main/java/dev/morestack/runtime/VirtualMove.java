package dev.morestack.runtime;

import java.util.concurrent.Executor;
import jdk.internal.vm.annotation.Hidden;

/**
 * A virtual thread's stay on a big carrier: its scheduler for that time. A yield then mounts the
 * thread there, and another one, with its own scheduler back in place, where it belongs.
 *
 * <p>While it stays, it parks and blocks as ever, and its carrier waits for it.
 */
final class VirtualMove implements Executor, Carrier.Work {

    private static final boolean POSSIBLE =
            Schedulers.areKnown() && Installation.mayMoveVirtualThreads();

    private final Thread thread;
    private final Executor own;
    private final Runnable toContinue;
    private final Carrier carrier;
    private volatile boolean isLeaving;

    private VirtualMove(Thread thread, Executor own, Carrier carrier) {
        this.thread = thread;
        this.own = own;
        this.carrier = carrier;
        toContinue = Schedulers.toContinue(thread);
    }

    /** Returns where the thread stays. */
    Carrier carrier() {
        return carrier;
    }

    static boolean isPossible() {
        return POSSIBLE;
    }

    /** Returns the stay of the thread; null when it is where it belongs. */
    static VirtualMove of(Thread thread) {
        return isPossible() && Schedulers.of(thread) instanceof VirtualMove move ? move : null;
    }

    /**
     * Mounts the calling thread on the carrier.
     *
     * @param spills its own
     * @return whether it is there; the carrier has been given back otherwise
     */
    @Hidden
    static boolean to(Thread thread, Spills spills, Carrier carrier) {
        VirtualMove former = of(thread);
        Executor own = former == null ? Schedulers.of(thread) : former.own;
        VirtualMove move = new VirtualMove(thread, own, carrier);
        if (former != null) {
            former.isLeaving = true;
        }
        Schedulers.set(thread, move);
        Thread.yield();
        if (JavaLang.ACCESS.currentCarrierThread() == carrier) {
            spills.countForRegion(Counters.MOVES);
            spills.countForRegion(Counters.VIRTUAL_MOVES);
            return true;
        }
        // Pinned.
        if (former != null) {
            former.isLeaving = false;
        }
        Schedulers.set(thread, former == null ? own : former);
        Carriers.giveBack(carrier);
        return false;
    }

    /** Mounts the thread where it belongs; if it is pinned, the next time that it is mounted. */
    @Hidden
    void leave() {
        isLeaving = true;
        Schedulers.set(thread, own);
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
