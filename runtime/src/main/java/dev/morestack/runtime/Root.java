package dev.morestack.runtime;

import java.util.function.Consumer;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;
import jdk.internal.vm.annotation.Hidden;
import jdk.internal.vm.annotation.Stable;

/**
 * A continuation that can be yielded, at a platform thread's base or above frames that cannot be
 * frozen, and what the slow path remembers of it.
 *
 * <pre>
 *   state      | entered | event                      | next
 *   -----------+---------+----------------------------+----------
 *   new        | no      | run() reaches the task     | running
 *   running    | yes     | spill()                    | yielding
 *   yielding   | no      | frozen, resumed by run()   | running
 *   yielding   | no      | refused                    | running
 *   running    | yes     | the task ends              | done
 * </pre>
 *
 * <p>A yield while no root is entered crashes the JVM: {@code Continuation.run} makes itself
 * current before it enters, and code that may be woven runs in between. Hence {@link #entered},
 * which only the frames above the entry set.
 */
final class Root extends Continuation {

    private static final JavaLangAccess JLA = SharedSecrets.getJavaLangAccess();
    private static final ContinuationScope SCOPE = new ContinuationScope("morestack");

    /**
     * Whether a monitor belongs to the thread by its id, as since JDK 24. Before, it belongs to the
     * VM's thread: on another one, the thread would wait for itself.
     */
    private static final boolean MONITORS_FOLLOW = Runtime.version().feature() >= 24;

    @Stable private static Consumer<Continuation> runner;

    /** Scratch of the probe. */
    final long[] cell = new long[1];

    /** The VM's thread that runs this root. */
    long javaThread;

    /** Stack pointer just outside this root: the frames that a spill freezes lie below it. */
    long base;

    StackMeter meter;

    /** Whether {@code Thread.run} is below this root, and has to be below it elsewhere. */
    final boolean isOfTask;

    /** Whether frames of the program are below this root, and may hold monitors. */
    private final boolean isInner;

    /** What is bound down there. */
    final Object scopedValues;

    /** What regions know of the room on the stack. */
    final Room room = new Room();

    /** Where this root is to run from its next yield on; null where it was entered. */
    private Carrier destination;

    /** Regions that are open on the carrier that this root has grown onto: it stays for them. */
    private int holds;

    /** Set while a spill is timed. */
    SpillClock clock;

    /** Whether the VM has noted the thread under its id. */
    private boolean known;

    private long entry;
    private boolean entered;
    private Pinned refusal;

    private Root(Task task, boolean isOfTask, boolean isInner) {
        super(SCOPE, task);
        task.root = this;
        this.isOfTask = isOfTask;
        this.isInner = isInner;
        scopedValues = isOfTask ? Morestack.scopedValues() : null;
        javaThread = Probe.javaThread();
        base = Probe.stackPointer(javaThread, cell);
        meter = new StackMeter(base, javaThread, new Spills(this), false);
    }

    /**
     * Runs the task inside a root of its own and returns when it has ended.
     *
     * @param isOfTask whether it is the task that {@code Thread.run} has called
     * @param isInner whether frames of the program are below
     */
    @Hidden
    static void run(Runnable body, boolean isOfTask, boolean isInner) {
        Root root = new Root(new Task(body), isOfTask, isInner);
        try {
            while (!root.isDone()) {
                if (root.destination == null) {
                    root.resume();
                } else {
                    Move.away(root);
                }
                if (root.clock != null) {
                    root.clock.freezeEnds();
                }
            }
        } finally {
            root.countRegions();
            root.meter.spills.ended();
        }
    }

    /** Runs this root on the calling thread until it yields or ends. */
    @Hidden
    void resume() {
        Consumer<Continuation> unseen = runner;
        if (unseen != null) {
            unseen.accept(this);
        } else {
            run();
        }
    }

    /** Sets what runs roots in place of {@code Continuation.run}, which shows in stack traces. */
    static void runBy(Consumer<Continuation> unseen) {
        runner = unseen;
    }

    /** Returns where this root runs, or is to run once it has yielded; null for at home. */
    Carrier destination() {
        return destination;
    }

    /** Tells whether this root may leave its stack. The first time, the VM notes the thread. */
    boolean mayMove() {
        if (!known) {
            known =
                    (!isInner || MONITORS_FOLLOW)
                            && Probe.knowsThreadObject()
                            && Carriers.mayMoveRoots()
                            && ThreadTable.note(JLA.currentCarrierThread());
        }
        return known;
    }

    void setDestination(Carrier carrier) {
        destination = carrier;
    }

    /** Returns the physical bytes in use. */
    long used() {
        return base - Probe.stackPointer(javaThread, cell);
    }

    /** Notes that this root runs on another stack from now on. */
    void settle(long newJavaThread, long newBase, StackMeter newMeter) {
        javaThread = newJavaThread;
        base = newBase;
        meter = newMeter;
    }

    /**
     * Notes a region that has room.
     *
     * @return whether it has to be told when the region ends
     */
    boolean hold() {
        if (meter.isContiguous()) {
            holds++;
            return true;
        }
        return false;
    }

    void release() {
        holds--;
    }

    boolean isHeld() {
        return holds > 0;
    }

    /** Counts the regions that have been entered since the last time. */
    void countRegions() {
        int entered = room.takeEntered();
        if (entered != 0) {
            meter.spills.count(Counters.REGIONS, entered);
        }
    }

    /** Tells whether the thread is running above this root's entry, so that it may be yielded. */
    boolean isEntered() {
        return entered;
    }

    /** Tells whether this is the address of this root's entry on the stack. */
    boolean isEntry(long address) {
        return address == entry;
    }

    /**
     * Freezes all frames above this root to the heap and goes on.
     *
     * @return whether they were frozen; if not, {@link #refusal()} tells why
     * @throws OutOfMemoryError when the heap has no room for them
     */
    @Hidden
    boolean spill() {
        refusal = null;
        entered = false;
        try {
            return Continuation.yield(SCOPE);
        } catch (StackOverflowError e) {
            // Thrown by the freeze itself, before anything was moved: no room to recurse, or a
            // chunk too large for the collector.
            refusal = null;
            return false;
        } finally {
            entry = Probe.continuationEntry(javaThread);
            entered = true;
        }
    }

    /** Notes that a spill was due and not tried. */
    void notTried() {
        refusal = null;
    }

    Pinned refusal() {
        return refusal;
    }

    @Override
    protected void onPinned(Pinned reason) {
        refusal = reason;
    }

    /** The body of a root. */
    private static final class Task implements Runnable {

        private final Runnable body;
        private Root root;

        Task(Runnable body) {
            this.body = body;
        }

        @Hidden
        @Override
        public void run() {
            root.entry = Probe.continuationEntry(root.javaThread);
            Thread thread = Thread.currentThread();
            root.entered = true;
            Morestack.setAccount(thread, 0);
            try {
                body.run();
            } finally {
                Morestack.setAccount(thread, SlowPath.HELD);
                root.entered = false;
            }
        }
    }
}
