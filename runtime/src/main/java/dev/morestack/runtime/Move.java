package dev.morestack.runtime;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.ChangesCurrentThread;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.Hidden;

/**
 * Moves roots to big carriers and back.
 *
 * <pre>
 *   home stack, thread T             carrier's stack, thread C
 *
 *   T: the root yields               waits
 *   T: becomes C, exchanges ids
 *   C: waits, passes on wake-ups     T: runs the root
 *   C:                               T: the root yields or ends
 *   T: runs the root                 C: exchanges ids, waits
 * </pre>
 *
 * <p>Exchanging ids means: {@code Thread.eetop} and {@code JavaThread::_threadObj} of both threads.
 * To the VM the thread simply goes on with another stack: {@code interrupt}, {@code unpark}, waits,
 * sleeps, states and stack traces find it where it runs. A wake-up that was under way during the
 * exchange arrives at the stack that T has left; whoever waits there passes it on, since a wake-up
 * too many is legal and one too few is not.
 */
final class Move implements Carrier.Work, Runnable {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private final Root root;
    private final Thread owner;
    private final long home;
    private final Carrier carrier;
    private Throwable thrown;
    private volatile boolean isBack;

    private Move(Root root) {
        this.root = root;
        owner = JavaLang.ACCESS.currentCarrierThread();
        home = root.javaThread;
        carrier = root.destination();
    }

    /**
     * Yields the calling thread's root so that it goes on at its destination.
     *
     * @return whether it has moved
     */
    @Hidden
    static boolean to(Root root, Carrier destination) {
        Carrier former = root.destination();
        root.setDestination(destination);
        if (!SlowPath.freeze(root, root.used())) {
            root.setDestination(former);
            return false;
        }
        // Of the stack that it is on now.
        StackMeter meter = root.meter;
        meter.setDeep(!meter.isContiguous());
        if (destination != null) {
            meter.spills.countForRegion(destination.grows ? Counters.GROWN : Counters.MOVES);
        }
        return true;
    }

    /** Lets the root, which has yielded, run on its destination until it comes back. */
    @Hidden
    static void away(Root root) {
        long base = root.base;
        StackMeter meter = root.meter;
        Move move = new Move(root);
        try {
            move.stayAway();
        } finally {
            meter.spills.moved();
            meter.restart(0);
            root.settle(move.home, base, meter);
        }
        if (move.thrown != null) {
            UNSAFE.throwException(move.thrown);
        }
    }

    /** Not inlined: who is current changes here, and the frames around must not notice. */
    @ChangesCurrentThread
    @DontInline
    @Hidden
    private void stayAway() {
        // The account goes with the thread; C's own is held for good.
        Morestack.become(carrier);
        exchange(owner, home, carrier, carrier.javaThread());
        carrier.give(this, owner);
        long start = System.nanoTime();
        while (!isBack && Carrier.spins(start)) {
            // Most regions are short.
        }
        while (!isBack) {
            UNSAFE.park(false, 0);
            if (!isBack) {
                // Clears what would make the next park return at once.
                Thread.interrupted();
                UNSAFE.unpark(owner);
            }
        }
        Morestack.become(owner);
        Carrier.setRunnable(owner);
        // There may have been a permit on the other stack.
        UNSAFE.unpark(owner);
    }

    @Override
    @ChangesCurrentThread
    @DontInline
    @Hidden
    public Thread runOn(Carrier self) {
        Morestack.become(owner);
        Carrier.setRunnable(owner);
        try {
            if (root.isOfTask) {
                self.runAsTask(this, root.scopedValues);
            } else {
                run();
            }
        } catch (Throwable e) {
            thrown = e;
        }
        Morestack.become(self);
        exchange(owner, self.javaThread(), self, home);
        Carriers.giveBack(self);
        isBack = true;
        UNSAFE.unpark(owner);
        return owner;
    }

    /** Runs the root on the carrier, as its guest. */
    @DontInline
    @Hidden
    @Override
    public void run() {
        Carrier self = carrier;
        long javaThread = self.javaThread();
        long base = Probe.stackPointer(javaThread, root.cell);
        root.meter.spills.moved();
        root.settle(
                javaThread, base, new StackMeter(base, javaThread, root.meter.spills, self.grows));
        while (!root.isDone() && root.destination() == self) {
            root.resume();
        }
    }

    private static void exchange(Thread one, long itsNew, Thread other, long otherNew) {
        // Parameters name where each is before.
        Probe.setJavaThread(one, otherNew);
        Probe.setJavaThread(other, itsNew);
        Probe.exchangeThreadObjects(itsNew, otherNew);
    }
}
