package dev.morestack.runtime;

import java.util.concurrent.atomic.AtomicReference;
import jdk.internal.misc.CarrierThreadLocal;
import jdk.internal.vm.annotation.ForceInline;

/**
 * What is known of the room of a virtual thread. It holds for the place on the carrier's stack
 * where the thread was mounted when it measured; parking gives room and takes none.
 */
final class MountedRoom {

    private static final boolean COUNTS = SlowPath.SETTINGS.counts();
    private static final CarrierThreadLocal<Tally> TALLIES = new OfCarrier();
    private static final AtomicReference<Tally> NEWEST = new AtomicReference<>();

    private final Room room = new Room();
    private Thread carrier;
    private long entry;
    private Tally tally;

    /**
     * Notes what a measurement saw where the thread was mounted.
     *
     * @param continuationEntry that place; the thread may have had to wait since, and be elsewhere
     */
    void note(long bytes, int account, long continuationEntry) {
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

    void forget() {
        room.forget();
    }

    /** Tells whether so many contiguous bytes are left for certain, and if so counts a region. */
    @ForceInline
    boolean enter(long bytes, int account, Thread mountedOn) {
        if (carrier != mountedOn
                || entry != Probe.continuationEntry(Probe.javaThread(mountedOn))
                || !room.has(bytes, account)) {
            return false;
        }
        if (COUNTS) {
            tally.regions++;
        }
        return true;
    }

    /** Returns how many regions have been counted here. */
    static long entered() {
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
