package dev.morestack.runtime;

import dev.morestack.CarrierLimitError;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pool of big carriers: made on demand, used again, bounded in number and in bytes of stack.
 * Idle ones end, and the pages that they have touched go with them.
 */
final class Carriers {

    /**
     * How long a carrier waits for work. Also far longer than any thread may take between reading a
     * thread's {@code eetop} and waking it up, which must not find the carrier gone.
     */
    static final long IDLE_NANOS = 3_000_000_000L;

    /** Sizes are powers of two from here on, so that carriers fit more than one region. */
    private static final long LEAST_STACK = 1 << 20;

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition FREED = LOCK.newCondition();

    /** Nobody signals this one. */
    private static final Condition GROWN_OLD = LOCK.newCondition();

    private static final long PAUSE_NANOS = 10_000_000;

    private static int most = Installation.CARRIERS;
    private static long mostBytes = Installation.CARRIER_BYTES;
    private static boolean waits = true;

    /** The one that has been idle for the shortest time comes first: its pages are warm. */
    private static Carrier idle;

    private static volatile Boolean mayMoveRoots;

    private static int count;
    private static long bytes;
    private static int started;

    private Carriers() {}

    /**
     * Sets the bounds.
     *
     * @param number most carriers at a time
     * @param stackBytes most bytes of all their stacks
     * @param wait whether a region waits for a carrier when there are as many; else it fails
     */
    static void bound(int number, long stackBytes, boolean wait) {
        most = number;
        mostBytes = stackBytes;
        waits = wait;
    }

    /** Tells whether the bounds allow a carrier with so much room. */
    static boolean allows(long room) {
        // No address space has more than 56 bits.
        return room < 1L << 56 && stackFor(room) <= mostBytes;
    }

    /** Tells whether identities can be exchanged on this JVM. */
    static boolean mayMoveRoots() {
        Boolean may = mayMoveRoots;
        if (may == null) {
            // Twice does no harm; not under the lock, since it loads classes.
            may = ThreadTable.isSafe();
            mayMoveRoots = may;
        }
        return may;
    }

    /** Returns the bytes of the stack of a carrier with the room given. */
    static long stackFor(long room) {
        long least = Math.max(LEAST_STACK, room + room / 4 + Window.ZONES + 4 * Room.MARGIN);
        long power = Long.highestOneBit(least);
        // A power of two, or one and a half.
        return least == power ? power : least <= power + power / 2 ? power + power / 2 : 2 * power;
    }

    /**
     * Takes a carrier, which is to be given work or given back.
     *
     * @param mayWait whether the caller may wait for one: it holds none itself
     * @throws CarrierLimitError when there is none and none may be made
     */
    static Carrier take(long room, boolean mayWait) {
        if (!allows(room)) {
            throw tooLarge(room);
        }
        long stack = stackFor(room);
        LOCK.lock();
        try {
            Carrier found = idleOf(stack);
            while (found == null && !makesRoomFor(stack)) {
                if (idle != null) {
                    // Whoever has been woken up with this one may have use for what is idle.
                    FREED.signal();
                    await(GROWN_OLD, PAUSE_NANOS);
                } else if (mayWait && waits) {
                    await(FREED, Long.MAX_VALUE);
                } else {
                    throw full(room);
                }
                found = idleOf(stack);
            }
            if (found != null) {
                return found;
            }
            remember(stack);
        } finally {
            LOCK.unlock();
        }
        return start(stack, room);
    }

    /**
     * Takes a carrier with a stack of so many bytes where that is possible at once.
     *
     * @return null when none is free and none may be made
     */
    static Carrier tryTake(long stackBytes) {
        long stack = stackFor(stackBytes / 5 * 4);
        LOCK.lock();
        try {
            Carrier found = idleOf(stack);
            if (found != null || !makesRoomFor(stack)) {
                return found;
            }
            remember(stack);
        } finally {
            LOCK.unlock();
        }
        try {
            return start(stack, stackBytes);
        } catch (CarrierLimitError e) {
            return null;
        }
    }

    private static void await(Condition condition, long nanos) {
        Nap nap = new Nap();
        nap.await(condition, nanos);
        nap.end();
    }

    private static Carrier start(long stack, long room) {
        Counters.CARRIERS.add(1);
        try {
            return Carrier.start(stack, "morestack-carrier-".concat(Integer.toString(started)));
        } catch (OutOfMemoryError e) {
            LOCK.lock();
            try {
                forget(stack);
            } finally {
                LOCK.unlock();
            }
            throw new CarrierLimitError(
                    "the system has no stack of "
                            .concat(Limit.size(room))
                            .concat(" for a region: ")
                            .concat(String.valueOf(e.getMessage())));
        }
    }

    /** Puts a carrier back, whose work has ended or was not given. */
    static void giveBack(Carrier carrier) {
        LOCK.lock();
        try {
            carrier.grows = false;
            carrier.nextIdle = idle;
            idle = carrier;
            FREED.signal();
        } finally {
            LOCK.unlock();
        }
    }

    /** Removes a carrier that has waited long enough; false when it is no longer idle. */
    static boolean retire(Carrier carrier) {
        LOCK.lock();
        try {
            return remove(carrier);
        } finally {
            LOCK.unlock();
        }
    }

    /** Returns the smallest idle carrier that is large enough. */
    private static Carrier idleOf(long stack) {
        Carrier best = null;
        for (Carrier c = idle; c != null; c = c.nextIdle) {
            if (c.stackBytes >= stack && (best == null || c.stackBytes < best.stackBytes)) {
                best = c;
            }
        }
        if (best != null) {
            unlink(best);
        }
        return best;
    }

    /** Ends idle carriers until one more fits the bounds; false when they do not suffice. */
    private static boolean makesRoomFor(long stack) {
        while (count >= most || bytes + stack > mostBytes) {
            Carrier victim = oldOne();
            if (victim == null) {
                return false;
            }
            remove(victim);
            victim.end();
        }
        return true;
    }

    /**
     * Returns an idle carrier that may end. One that has just started may not: who wakes up a
     * thread protects the VM's threads that exist by then, reads from the thread which one it is,
     * and wakes that up.
     */
    private static Carrier oldOne() {
        Carrier found = idle;
        while (found != null && !found.isOld()) {
            found = found.nextIdle;
        }
        return found;
    }

    private static boolean remove(Carrier carrier) {
        if (!unlink(carrier)) {
            return false;
        }
        forget(carrier.stackBytes);
        return true;
    }

    /** Counts a carrier that is about to start. */
    private static void remember(long stack) {
        count++;
        bytes += stack;
        started++;
    }

    private static void forget(long stack) {
        count--;
        bytes -= stack;
        FREED.signal();
    }

    private static boolean unlink(Carrier carrier) {
        Carrier before = null;
        for (Carrier c = idle; c != null; c = c.nextIdle) {
            if (c == carrier) {
                if (before == null) {
                    idle = c.nextIdle;
                } else {
                    before.nextIdle = c.nextIdle;
                }
                c.nextIdle = null;
                return true;
            }
            before = c;
        }
        return false;
    }

    private static CarrierLimitError tooLarge(long room) {
        return new CarrierLimitError(
                "a region asks for "
                        .concat(Limit.size(room))
                        .concat(", and all big carriers together may have ")
                        .concat(Limit.size(mostBytes))
                        .concat(" (raise it with the option carrierbytes=SIZE)"));
    }

    private static CarrierLimitError full(long room) {
        return new CarrierLimitError(
                "no big carrier is free for a region of "
                        .concat(Limit.size(room))
                        .concat(" (raise the options carriers=NUMBER and carrierbytes=SIZE)"));
    }
}
