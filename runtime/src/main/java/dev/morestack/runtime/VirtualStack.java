package dev.morestack.runtime;

import java.util.concurrent.atomic.AtomicReference;
import jdk.internal.misc.CarrierThreadLocal;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.annotation.ForceInline;

/**
 * What is kept of a virtual thread that has reached a boundary, entered a region or chosen a
 * policy. Most never do.
 *
 * <p>It stands where the thread's continuation keeps its task, which is asked to run once, at the
 * start. There it is found by a read, where a thread local is searched for, and is gone with the
 * thread.
 */
final class VirtualStack implements Runnable {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long TARGET = UNSAFE.objectFieldOffset(Continuation.class, "target");

    private static final boolean COUNTS = SlowPath.SETTINGS.counts();
    private static final CarrierThreadLocal<Tally> TALLIES = new OfCarrier();
    private static final AtomicReference<Tally> NEWEST = new AtomicReference<>();

    final Spills spills;

    private final Runnable task;

    /**
     * What is known of the room. It holds for the place on the carrier's stack where the thread was
     * mounted when it measured; parking gives room and takes none.
     */
    private final Room room = new Room();

    private Thread carrier;
    private long entry;
    private Tally tally;

    private VirtualStack(Continuation own, Runnable task) {
        spills = new Spills(own);
        this.task = task;
    }

    /**
     * Returns what is kept of the mounted thread.
     *
     * @param own its continuation, which has been entered
     */
    static VirtualStack of(Continuation own) {
        VirtualStack kept = known(own);
        if (kept == null) {
            kept = new VirtualStack(own, (Runnable) UNSAFE.getReference(own, TARGET));
            UNSAFE.putReference(own, TARGET, kept);
        }
        return kept;
    }

    /** Returns what is kept of the thread whose continuation this is, or null. */
    @ForceInline
    static VirtualStack known(Continuation continuation) {
        return UNSAFE.getReferenceAcquire(continuation, TARGET) instanceof VirtualStack kept
                ? kept
                : null;
    }

    @Override
    public void run() {
        task.run();
    }

    /**
     * Notes what a measurement saw where the thread was mounted.
     *
     * @param continuationEntry that place; the thread may have had to wait since, and be elsewhere
     */
    void noteRoom(long bytes, int account, long continuationEntry) {
        Thread mountedOn = JavaLang.ACCESS.currentCarrierThread();
        if (continuationEntry != Probe.continuationEntry(Probe.javaThread(mountedOn))) {
            room.forget();
            return;
        }
        room.note(bytes, account);
        entry = continuationEntry;
        if (carrier != mountedOn) {
            carrier = mountedOn;
            tally = TALLIES.get();
        }
    }

    void forgetRoom() {
        room.forget();
    }

    /**
     * Enters a region of the calling thread if there is room for certain, and counts it.
     *
     * @return whether it is entered
     */
    @ForceInline
    boolean enterRegion(long bytes, int account, Thread mountedOn) {
        if (carrier != mountedOn
                || entry != Probe.continuationEntry(Probe.javaThread(mountedOn))
                || !room.has(bytes, account)) {
            return false;
        }
        if (COUNTS) {
            tally.regions++;
            spills.countForThread(Counters.REGIONS);
        }
        return true;
    }

    /** Returns how many regions have been entered by {@link #enterRegion}. */
    static long regionsEntered() {
        long sum = 0;
        for (Tally tally = NEWEST.get(); tally != null; tally = tally.older) {
            sum += tally.regions;
        }
        return sum;
    }

    /**
     * Regions entered on one carrier. Only the thread that is mounted there adds, and it is not
     * unmounted between the read and the write, so this need not be atomic. Those of carriers that
     * have ended are kept: a few bytes for each.
     */
    private static final class Tally {
        private long regions;
        private Tally older;
    }

    private static final class OfCarrier extends CarrierThreadLocal<Tally> {
        @Override
        protected Tally initialValue() {
            Tally tally = new Tally();
            do {
                tally.older = NEWEST.get();
            } while (!NEWEST.compareAndSet(tally.older, tally));
            return tally;
        }
    }
}
