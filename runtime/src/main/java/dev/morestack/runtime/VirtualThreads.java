package dev.morestack.runtime;

import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.annotation.Hidden;

/**
 * The slow path in a virtual thread. It needs no root: a spill is {@code Thread.yield()}, which
 * freezes the thread's own continuation, and its scheduler resumes it.
 *
 * <p>Nothing is kept for a virtual thread until it spills: where it stands is read from the entry
 * of its continuation on the carrier's stack, and whether it is deep from its frozen frames.
 */
final class VirtualThreads {

    /** A yield goes through the scheduler, so it is made worth more bytes than a root's. */
    private static final int QUANTUM_FACTOR = 3;

    /** HotSpot thaws a segment of fewer than 500 words at once. */
    private static final int THAWED_WHOLE = 5000;

    private static final int LEAST_GRANT = 256;
    private static final int MOST_GRANT = 16 * 1024;
    private static final int UNMOUNTED = 1 << 16;

    private static final JavaLangAccess JLA = SharedSecrets.getJavaLangAccess();

    private VirtualThreads() {}

    /**
     * Measures the calling thread. Its carrier is looked up here: the thread may have waited for
     * this class to be initialised, and have been mounted elsewhere.
     */
    @Hidden
    static int measure(Continuation own) {
        long javaThread = Probe.javaThread();
        if (!isEntered(own, javaThread)) {
            return UNMOUNTED;
        }
        long[] cell = new long[1];
        long base = Probe.continuationEntry(javaThread);
        long used = base - Probe.stackPointer(javaThread, cell);
        long usable = Window.usable(base, javaThread);
        int narrow = narrow(usable);
        VirtualStack known = VirtualStack.known(own);
        if (known != null) {
            known.forgetRoom();
        }
        if (SlowPath.SETTINGS.stress() > 0) {
            if (Stress.isDue() && VirtualStack.of(own).spills.mayTry(used)) {
                spill(own, used, usable, cell);
            }
            return 0;
        }
        long boundary = boundary(own, narrow);
        if (used + LEAST_GRANT >= boundary) {
            Spills spills = VirtualStack.of(own).spills;
            if (spills.mayTry(used)) {
                used = spill(own, used, usable, cell);
                boundary = boundary(own, narrow);
            }
            boundary = Math.max(boundary, spills.retryAt());
        }
        // Nothing is known of the frames, so a quarter: real frames may be four times their charge.
        return Math.clamp((boundary - used) / 4, LEAST_GRANT, MOST_GRANT);
    }

    private static int narrow(long usable) {
        return Window.narrow(usable, SlowPath.SETTINGS.window());
    }

    /** Tells whether the frames of the mounted thread cannot be frozen, by trying it. */
    static boolean isPinned(Continuation own) {
        long javaThread = Probe.javaThread();
        if (!isEntered(own, javaThread)) {
            return false;
        }
        long[] cell = new long[1];
        long base = Probe.continuationEntry(javaThread);
        long used = base - Probe.stackPointer(javaThread, cell);
        return isPinned(own, used, Window.usable(base, javaThread), cell);
    }

    /** The same where it has been measured. */
    static boolean isPinned(Continuation own, long used, long usable, long[] cell) {
        // Probes in frames of different sizes may differ a little.
        return spill(own, used, usable, cell) >= used;
    }

    /**
     * Tells whether the innermost continuation is the mounted thread's own and has been entered.
     * While it is being mounted, the thread is current already, but a yield would unwind the
     * continuation below it, if there is one.
     */
    static boolean isEntered(Continuation own, long javaThread) {
        if (own == null || own.getScope() != JLA.virtualThreadContinuationScope()) {
            return false;
        }
        long entry = Probe.continuationEntry(javaThread);
        return entry != 0 && !(own.getParent() instanceof Root below && below.isEntry(entry));
    }

    /** The same for the calling thread, wherever it is mounted by then. */
    static boolean isEntered(Continuation own) {
        return isEntered(own, Probe.javaThread());
    }

    /**
     * A thread counts as deep when half a window is frozen: parking freezes a shallow thread's few
     * frames too, and those are no reason to yield early.
     */
    private static long boundary(Continuation own, int narrow) {
        long enough = narrow / 2;
        if (Probe.isDebugged() || Segments.bytes(own, enough) < enough) {
            return narrow;
        }
        return Math.min((long) QUANTUM_FACTOR * SlowPath.SETTINGS.quantum(), narrow);
    }

    @Hidden
    private static long spill(Continuation own, long used, long usable, long[] cell) {
        Spills spills = VirtualStack.of(own).spills;
        int narrow = narrow(usable);
        // Not as far down as the stack goes: no thread could park there, since that is a freeze.
        if (!spills.admit(own, used, usable, 2L * narrow)) {
            return used;
        }
        Sample sample = spills.begin(own, used);
        try {
            // An overflow half-way would leave the carrier's queue in disorder.
            LocalYield.freeze(Thread.currentThread(), used < usable / 2);
        } catch (StackOverflowError e) {
            // Thrown by the freeze, for which there was no room; the frames are where they were.
            spills.pinned(Counters.PINNED_FREEZE, used, narrow / 4);
            return used;
        }
        // The thread may have moved to another carrier.
        long javaThread = Probe.javaThread();
        long usedNow = Probe.continuationEntry(javaThread) - Probe.stackPointer(javaThread, cell);
        long bytes = used - usedNow;
        // Few frames thaw all at once, and then only the VM can tell whether they were frozen. Of
        // native frames that were called by way of the linker it does not know.
        if (bytes <= 0 && (used > THAWED_WHOLE || Continuation.isPinned(own.getScope()))) {
            spills.pinned(Counters.PINNED_VIRTUAL, used, narrow / 4);
            return used;
        }
        spills.froze(Math.max(0, bytes), sample);
        spills.count(Counters.VIRTUAL_SPILLS, 1);
        return usedNow;
    }
}
