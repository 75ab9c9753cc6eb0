package dev.morestack.runtime;

import java.util.concurrent.locks.LockSupport;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.Hidden;

/**
 * A platform thread with a big stack, which runs what it is given and waits for more.
 *
 * <pre>
 *   state   | event                     | next
 *   --------+---------------------------+--------
 *   taken   | work is given             | working
 *   taken   | given back unused         | idle
 *   working | the work ends             | idle
 *   idle    | taken from the pool       | taken
 *   idle    | too long, or to make room | ended
 * </pre>
 *
 * <p>While a root is its guest, the identity of the root's thread is exchanged with its own ({@link
 * Move}), and that happens while it waits here. So nothing here asks for the current carrier.
 */
final class Carrier extends Thread {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long STATUS_HOLDER;
    private static final long STATUS;

    /** {@code JVMTI_THREAD_STATE_ALIVE | JVMTI_THREAD_STATE_RUNNABLE}. */
    private static final int RUNNABLE = 0x5;

    static {
        STATUS_HOLDER = UNSAFE.objectFieldOffset(Thread.class, "holder");
        Thread platform = JavaLang.ACCESS.currentCarrierThread();
        Object holder = UNSAFE.getReference(platform, STATUS_HOLDER);
        STATUS = UNSAFE.objectFieldOffset(holder.getClass(), "threadStatus");
    }

    /**
     * How long to look for what another thread does before parking: about as long as it takes to
     * wake up on an idle processor. With one processor the other could do nothing meanwhile.
     */
    private static final long SPIN_NANOS =
            Runtime.getRuntime().availableProcessors() > 1 ? 20_000 : 0;

    /** Bytes of this thread's stack. */
    final long stackBytes;

    private final long startedAt = System.nanoTime();

    /** Whether the VM has noted this thread under its id; of whoever has taken this carrier. */
    private boolean known;

    private volatile Work work;
    private volatile boolean isToEnd;

    /** Whether its guest has come to grow here; of whoever has taken this carrier. */
    boolean grows;

    /** Of the region that has taken this carrier; null when nobody watches. */
    RegionWatch watch;

    /** Whose wake-ups may arrive here after they have left. */
    private Thread lastGuest;

    /** The VM's thread; 0 while it has not begun to wait for work. */
    private volatile long javaThread;

    /** The next one in the pool's list of idle carriers. */
    Carrier nextIdle;

    /** Shows {@code Thread.run} at the bottom of the traces of guests that have it at home. */
    private final Guest guest = new Guest();

    private final Thread bottom;

    private Carrier(ThreadGroup group, String name, long stackBytes) {
        super(group, null, name, stackBytes, false);
        this.stackBytes = stackBytes;
        bottom = new Thread(group, guest, name, 0, false);
    }

    /** Starts a carrier that is taken. */
    static Carrier start(long stackBytes, String name) {
        Carrier carrier = new Carrier(systemGroup(), name, stackBytes);
        carrier.setDaemon(true);
        carrier.setContextClassLoader(null);
        carrier.start();
        // Its identity must not be exchanged while it is still on its way to the pool.
        while (carrier.javaThread == 0) {
            UNSAFE.park(false, 50_000);
        }
        // There may have been a permit.
        LockSupport.unpark(Thread.currentThread());
        return carrier;
    }

    private static ThreadGroup systemGroup() {
        ThreadGroup group = JavaLang.ACCESS.currentCarrierThread().getThreadGroup();
        while (group != null && group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** Returns the VM's thread of this carrier. */
    long javaThread() {
        return javaThread;
    }

    /**
     * Lets this carrier, which the caller has taken, do the work.
     *
     * @param identity the thread that a wake-up must name to reach this carrier
     */
    void give(Work next, Thread identity) {
        work = next;
        UNSAFE.unpark(identity);
    }

    /** Tells whether this carrier has been there for longer than any wake-up takes. */
    boolean isOld() {
        return System.nanoTime() - startedAt >= Carriers.IDLE_NANOS;
    }

    /** Tells whether a root may be its guest. The first time, the VM notes this thread. */
    boolean mayHost() {
        if (!known) {
            known = ThreadTable.note(this);
        }
        return known;
    }

    /** Lets this carrier end, which the caller has removed from the pool. */
    void end() {
        isToEnd = true;
        UNSAFE.unpark(this);
    }

    /** Notes that the VM no longer sees this thread waiting: its status was set for another. */
    static void setRunnable(Thread thread) {
        UNSAFE.putIntVolatile(UNSAFE.getReference(thread, STATUS_HOLDER), STATUS, RUNNABLE);
    }

    /** Tells whether who has begun to wait then is to look again, rather than to park. */
    static boolean spins(long start) {
        Thread.onSpinWait();
        return System.nanoTime() - start < SPIN_NANOS;
    }

    /** Waits for work; null when this carrier is to end. */
    private Work await() {
        long nanos = Carriers.IDLE_NANOS;
        long start = System.nanoTime();
        while (work == null && spins(start)) {
            // The next region may be entered at once.
        }
        while (true) {
            Work next = work;
            if (next != null) {
                work = null;
                return next;
            }
            if (isToEnd) {
                return null;
            }
            long left = nanos - (System.nanoTime() - start);
            if (left > 0) {
                UNSAFE.park(false, left);
                relay();
            } else if (Carriers.retire(this)) {
                return null;
            } else {
                // Taken, and about to be given work.
                start = System.nanoTime();
            }
        }
    }

    /** Passes on what may have been meant for the guest that was here last. */
    private void relay() {
        Thread guest = lastGuest;
        if (guest != null && work == null) {
            UNSAFE.unpark(guest);
        }
    }

    /** Whatever has interrupted this thread while it waited meant nobody. */
    @DontInline
    @Hidden
    private void run(Work next) {
        Thread.interrupted();
        lastGuest = next.runOn(this);
    }

    /** What carriers do. */
    interface Work {

        /** Does it, and returns whose wake-ups may still arrive. The carrier is idle by then. */
        Thread runOn(Carrier carrier);
    }

    /** Hidden, so that traces of guests end with what is theirs. */
    @Hidden
    @Override
    public void run() {
        Morestack.setAccount(this, SlowPath.HELD);
        InstrumentState.make();
        javaThread = Probe.javaThread(this);
        for (Work next = await(); next != null; next = await()) {
            run(next);
        }
    }

    /**
     * Lets a guest, which is current already, run below a frame of {@code Thread.run} that has
     * bound the scoped values.
     */
    @Hidden
    // On this thread, as meant.
    @SuppressWarnings("DoNotCall")
    void runAsTask(Runnable task, Object scopedValues) {
        guest.task = task;
        guest.scopedValues = Morestack.scopedValues();
        Morestack.setScopedValues(scopedValues);
        bottom.run();
    }

    /** The task of a thread that never starts. */
    static final class Guest implements Runnable {

        private Runnable task;
        private Object scopedValues;

        @Hidden
        @Override
        public void run() {
            Morestack.setScopedValues(scopedValues);
            scopedValues = null;
            Runnable due = task;
            task = null;
            due.run();
        }
    }
}
