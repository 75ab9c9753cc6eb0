package dev.morestack.runtime;

import dev.morestack.CarrierLimitError;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import jdk.internal.vm.annotation.Hidden;

/**
 * Gives code so many contiguous bytes of stack, for as long as it needs them.
 *
 * <pre>
 *   room on the stack                     | what entering does       | token
 *   --------------------------------------+--------------------------+------
 *   enough                                | nothing                  | 0
 *   enough once the stack is empty        | spill                    | 0
 *   not even then                         | move to a big carrier    | 1
 *   on a big carrier already, too small   | move to a bigger one     | 0
 *   frames that cannot be frozen          | nothing, and counts that | 0
 *   enough, where the thread has grown    | keeps the thread there   | 2
 * </pre>
 *
 * <p>Leaving with token 1 moves home. A move home that is refused (no memory for the frames) leaves
 * the thread where it is, which does no harm.
 */
public final class Regions {

    private static final int STAYED = 0;
    private static final int MOVED = 1;
    private static final int HELD = 2;

    /** A thread that has gained room measures at its next check. */
    private static final int MEASURE = 0;

    private Regions() {}

    /**
     * Makes sure that so many contiguous bytes of stack are left.
     *
     * @return the token to leave with
     */
    @ForceInline
    @Hidden
    public static int enter(long bytes) {
        Continuation innermost =
                JavaLang.ACCESS.getContinuation(JavaLang.ACCESS.currentCarrierThread());
        if (innermost instanceof Root root) {
            root.room.enter();
            if (root.room.has(bytes, Morestack.account(Thread.currentThread()))) {
                return root.hold() ? HELD : STAYED;
            }
        } else if (innermost != null && enterVirtual(innermost, bytes)) {
            return STAYED;
        }
        return measure(bytes);
    }

    @ForceInline
    @Hidden
    private static boolean enterVirtual(Continuation innermost, long bytes) {
        VirtualStack stack = VirtualStack.known(innermost);
        Thread thread = Thread.currentThread();
        int account = Morestack.account(thread);
        return stack != null
                && thread.isVirtual()
                && account <= SlowPath.MOST_GRANTED
                && stack.enterRegion(bytes, account, JavaLang.ACCESS.currentCarrierThread());
    }

    @DontInline
    @Hidden
    private static int measure(long bytes) {
        Thread thread = Thread.currentThread();
        int account = Morestack.account(thread);
        if (account > SlowPath.MOST_GRANTED) {
            // Held: code of the JDK that works for a spill or a region, such as a class loader.
            return STAYED;
        }
        Morestack.setAccount(thread, SlowPath.HELD);
        try {
            Continuation innermost =
                    JavaLang.ACCESS.getContinuation(JavaLang.ACCESS.currentCarrierThread());
            if (innermost instanceof Root root && root.isEntered()) {
                root.countRegions();
                long javaThread = Probe.javaThread();
                long sp = Probe.stackPointer(javaThread, root.cell);
                long room = Window.usable(sp, javaThread);
                root.room.note(room, account);
                if (room - Room.MARGIN >= bytes) {
                    return root.hold() ? HELD : STAYED;
                }
                account = MEASURE;
                return rooted(root, bytes);
            }
            if (thread.isVirtual() && VirtualThreads.isEntered(innermost)) {
                VirtualStack stack = VirtualStack.of(innermost);
                stack.spills.countForRegion(Counters.REGIONS);
                // Behind what may wait.
                long javaThread = Probe.javaThread();
                long[] cell = new long[1];
                long base = Probe.continuationEntry(javaThread);
                long sp = Probe.stackPointer(javaThread, cell);
                long room = Window.usable(sp, javaThread);
                if (room - Room.MARGIN >= bytes) {
                    stack.noteRoom(room, account, base);
                    return STAYED;
                }
                account = MEASURE;
                stack.forgetRoom();
                return virtual(thread, innermost, base, base - sp, bytes, cell);
            }
            if (!(innermost instanceof Root)) {
                Counters.REGIONS.add(1);
            }
            long javaThread = Probe.javaThread();
            long room = Window.usable(Probe.stackPointer(javaThread, new long[1]), javaThread);
            return room - Room.MARGIN >= bytes ? STAYED : withoutRoom(bytes);
        } finally {
            Morestack.setAccount(thread, account);
        }
    }

    @Hidden
    private static int rooted(Root root, long bytes) {
        root.room.forget();
        long room = Window.usable(root.base, root.javaThread) - Room.AFTER_SPILL;
        if (room >= bytes) {
            long used = root.used();
            return SlowPath.spill(root, used) == used ? withoutRoom(bytes) : STAYED;
        }
        return canMove(root) ? move(root, bytes) : withoutRoom(bytes);
    }

    /**
     * In a virtual thread a root stands above a native frame, and parking yields what is below it,
     * too; that must be on the same stack.
     */
    private static boolean canMove(Root root) {
        return root.destination() != null || !Thread.currentThread().isVirtual() && root.mayMove();
    }

    @Hidden
    private static int move(Root root, long bytes) {
        long used = root.used();
        if (!root.meter.spills.admit(root, used, root.meter.usable(), root.meter.usable())) {
            return withoutRoom(bytes);
        }
        long wanted = wanted(root.meter.spills.growth, used, bytes);
        if (wanted == 0) {
            return withoutRoom(bytes);
        }
        Carrier former = root.destination();
        RegionWatch watch = RegionWatch.begin(bytes);
        Carrier carrier = Carriers.take(wanted, former == null);
        carrier.grows = former != null && former.grows;
        carrier.watch = former == null ? watch : former.watch;
        if (!carrier.mayHost() || !Move.to(root, carrier)) {
            Carriers.giveBack(carrier);
            return withoutRoom(bytes);
        }
        if (former == null) {
            return MOVED;
        }
        RegionWatch.end(watch, carrier.stackBytes);
        return root.hold() ? HELD : STAYED;
    }

    /** Asks the policy, and returns the bytes of the carrier to take; 0 for none. */
    private static long wanted(Growth growth, long used, long bytes) {
        if (growth.ask(0, used, bytes).isRefusal()) {
            throw new CarrierLimitError(
                    "the policy refuses a region of ".concat(Limit.size(bytes)));
        }
        long wanted = growth.takeWanted();
        return wanted == 0 ? 0 : Math.max(wanted, bytes);
    }

    /** Spills or moves the thread whose continuation's entry is the base. */
    @Hidden
    private static int virtual(
            Thread thread, Continuation own, long base, long used, long bytes, long[] cell) {
        long usable = Window.usable(base, Probe.javaThread());
        if (usable - Room.AFTER_SPILL >= bytes) {
            return VirtualThreads.isPinned(own, used, usable, cell) ? withoutRoom(bytes) : STAYED;
        }
        if (!VirtualMove.isPossible()) {
            return withoutRoom(bytes);
        }
        Spills spills = VirtualStack.of(own).spills;
        long wanted = wanted(spills.growth, used, bytes);
        if (wanted == 0) {
            return withoutRoom(bytes);
        }
        VirtualMove former = VirtualMove.of(thread);
        RegionWatch watch = RegionWatch.begin(bytes);
        Carrier destination = Carriers.take(wanted, former == null);
        destination.watch = former == null ? watch : former.carrier().watch;
        if (!VirtualMove.to(thread, spills, destination)) {
            return withoutRoom(bytes);
        }
        if (former == null) {
            return MOVED;
        }
        RegionWatch.end(watch, destination.stackBytes);
        return STAYED;
    }

    private static int withoutRoom(long bytes) {
        Counters.REGIONS_WITHOUT_ROOM.add(1);
        RegionWatch.end(RegionWatch.begin(bytes), 0);
        return STAYED;
    }

    /** Gives up the room, if entering has made some. */
    @Hidden
    public static void leave(int token) {
        if (token == MOVED) {
            moveHome();
        } else if (token == HELD
                && JavaLang.ACCESS.getContinuation(JavaLang.ACCESS.currentCarrierThread())
                        instanceof Root root) {
            root.release();
        }
    }

    @DontInline
    @Hidden
    private static void moveHome() {
        Thread thread = Thread.currentThread();
        Morestack.setAccount(thread, SlowPath.HELD);
        try {
            Continuation innermost =
                    JavaLang.ACCESS.getContinuation(JavaLang.ACCESS.currentCarrierThread());
            if (innermost instanceof Root root && root.isEntered() && root.destination() != null) {
                root.room.forget();
                Carrier carrier = root.destination();
                RegionWatch watch = carrier.watch;
                Move.to(root, null);
                RegionWatch.end(watch, carrier.stackBytes);
            } else if (thread.isVirtual()) {
                VirtualMove stay = VirtualMove.of(thread);
                if (stay != null) {
                    RegionWatch watch = stay.carrier().watch;
                    stay.leave();
                    RegionWatch.end(watch, stay.carrier().stackBytes);
                }
            }
        } catch (OutOfMemoryError e) {
            Installation.log("a region could not be left: ", e);
        } finally {
            Morestack.setAccount(thread, MEASURE);
        }
    }
}
