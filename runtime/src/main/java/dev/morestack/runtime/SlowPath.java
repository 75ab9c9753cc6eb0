package dev.morestack.runtime;

import dev.morestack.StackLimitError;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.annotation.Hidden;

/**
 * What a check does when the account is overdrawn: measure the real stack, spill if it is low, and
 * grant the account what is left to the next boundary.
 *
 * <p>The account is never refunded. A grant is at most half of what is left, so it stays sound even
 * when real frames are twice their charge, and the cost of measuring is spread over hundreds of
 * calls.
 */
public final class SlowPath {

    static final Settings SETTINGS = Settings.installed();

    /** A large account: while the thread has it, nothing it calls measures. */
    static final int HELD = 1 << 28;

    /** Grant of a thread that cannot spill: there is nothing to measure for. */
    private static final int UNROOTED = 1 << 20;

    /** No grant is larger. */
    static final int MOST_GRANTED = UNROOTED;

    /** Grant when measuring was cut short by an error, which its handler must get past. */
    private static final int AFTER_ERROR = 4096;

    /**
     * Grant of a thread that may not grow: its handlers have a reserve. With more, a program that
     * catches the error and calls again would creep to the physical stack's end.
     */
    private static final int REFUSED = 0;

    private static final JavaLangAccess JLA = SharedSecrets.getJavaLangAccess();

    private SlowPath() {}

    /** Measures, spills where it is due, and fills the account of the calling thread. */
    @Hidden
    public static void measure(Thread thread) {
        int left = Morestack.account(thread);
        Morestack.setAccount(thread, HELD);
        int grant = AFTER_ERROR;
        try {
            grant = grant(thread, left);
        } catch (StackLimitError e) {
            grant = REFUSED;
            throw e;
        } finally {
            Morestack.setAccount(thread, grant);
        }
    }

    @Hidden
    private static int grant(Thread thread, int left) {
        Thread carrier = JLA.currentCarrierThread();
        Continuation innermost = JLA.getContinuation(carrier);
        if (innermost instanceof Root root) {
            if (!root.meter.isDeep()) {
                Merging.count();
            }
            return root.isEntered() ? rooted(root, left) : UNROOTED;
        }
        Merging.count();
        // In the scheduler of virtual threads the carrier is current, and nothing of its own to
        // yield.
        return thread.isVirtual() ? VirtualThreads.measure(innermost) : UNROOTED;
    }

    @Hidden
    private static int rooted(Root root, int left) {
        int grant = measured(root, left);
        root.countRegions();
        root.room.note(root.meter.usable() - root.meter.lastUsed(), grant);
        return grant;
    }

    @Hidden
    private static int measured(Root root, int left) {
        long used = root.used();
        StackMeter meter = root.meter;
        meter.observe(used, left);
        if (meter.isDeep() && !isDeep(root)) {
            meter.setDeep(false);
            meter.spills.ended();
        }
        if (SETTINGS.stress() > 0) {
            return Stress.isDue() ? stressed(root, used) : 0;
        }
        if (meter.isContiguous()) {
            return BigStacks.measured(root, used);
        }
        long boundary = boundary(root, used);
        // Measuring a few more times to come closer to the boundary would cost more than it saves.
        if (used + SETTINGS.quantum() / 8 >= boundary && meter.spills.mayTry(used)) {
            used = spill(root, used);
            if (root.meter != meter) {
                return root.meter.grantThere(used);
            }
            boundary = boundary(root, used);
        }
        return meter.grant(used, Math.max(boundary, meter.spills.retryAt()));
    }

    /**
     * A thread that comes up again leaves the frames at its base frozen until it returns into them,
     * maybe never: {@code main} for example. So a thread is deep while more than two quanta are.
     */
    private static boolean isDeep(Root root) {
        long enough = 2L * SETTINGS.quantum();
        return Segments.bytes(root, enough) >= enough;
    }

    private static long boundary(Root root, long used) {
        StackMeter meter = root.meter;
        if (meter.isDeep() && !Probe.isDebugged()) {
            return meter.quantum();
        }
        if (used >= meter.narrow() && meter.window() > meter.narrow() && !allCompiled(root)) {
            meter.narrowDown();
        }
        return meter.window();
    }

    @Hidden
    private static int stressed(Root root, long used) {
        if (root.meter.spills.mayTry(used)) {
            spill(root, used);
        }
        return 0;
    }

    /** Spills, and returns the physical bytes in use afterwards. */
    @Hidden
    static long spill(Root root, long used) {
        StackMeter meter = root.meter;
        if (!meter.spills.admit(root, used, meter.usable(), meter.usable())) {
            root.notTried();
            return used;
        }
        long wanted = meter.spills.growth.takeWanted();
        if (wanted > 0 && BigStacks.moveTo(root, wanted)) {
            return root.used();
        }
        if (!meter.isDeep()) {
            meter.crossedWindow(allCompiled(root));
        }
        if (!freeze(root, used)) {
            meter.narrowDown();
            return used;
        }
        long usedNow = root.used();
        meter.setDeep(true);
        meter.setInterpreted(!allCompiled(root));
        meter.restart(usedNow);
        return usedNow;
    }

    /** Freezes the frames, and notes that they were, or that they could not be. */
    @Hidden
    static boolean freeze(Root root, long used) {
        Spills spills = root.meter.spills;
        int narrow = root.meter.narrow();
        Sample sample = spills.begin(root, used);
        root.clock = sample == null ? null : sample.clock;
        boolean frozen = root.spill();
        root.clock = null;
        if (frozen) {
            spills.froze(Math.max(0, used - root.used()), sample);
        } else {
            spills.pinned(Refusals.reason(root.refusal()), used, narrow / 4);
        }
        return frozen;
    }

    private static boolean allCompiled(Root root) {
        return SelfTest.canSeeSlowFrames()
                && Probe.oldestSlowFrame(root.javaThread) == 0
                && Probe.freezesMayCopy(root.javaThread);
    }
}
