package dev.morestack.fuzz;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Does the deeds of one program, and has the locks and thread locals that they are done with. */
final class Deeds {
    private final Walk walk;
    private final Object[] monitors = {new Object(), new Object(), new Object(), new Object()};
    private final ReentrantLock reentrant = new ReentrantLock();
    private final ThreadLocal<long[]> counter = ThreadLocal.withInitial(() -> new long[1]);
    private final int[] left = Arrays.stream(Deed.values()).mapToInt(d -> d.most).toArray();

    /** What the program allocated last, so that no compiler leaves the allocation out. */
    private byte[] garbage;

    Deeds(Walk walk) {
        this.walk = walk;
    }

    /** One of the program's few locks, or for most numbers a new one. */
    Object lock(int number) {
        return number < 2 * monitors.length ? monitors[number % monitors.length] : new Object();
    }

    ReentrantLock reentrant() {
        return reentrant;
    }

    /** Does the deed, if the program has not done it too often, and tells what came of it. */
    long perform(Deed deed) {
        if (left[deed.ordinal()] == 0) {
            return 0;
        }
        left[deed.ordinal()]--;
        return switch (deed) {
            case THREAD_LOCAL -> ++counter.get()[0];
            case LOCK -> lockOnce();
            case NOTIFY -> signal();
            case WAIT -> await();
            case INTERRUPT -> interrupt();
            case PARK -> park();
            case PARK_BRIEFLY -> parkBriefly();
            case YIELD -> yieldOnce();
            case GARBAGE -> allocate();
            case COLLECT -> collect();
        };
    }

    /** Whether the thread has let go of all that it held. */
    boolean unlocked() {
        return Arrays.stream(monitors).noneMatch(Thread::holdsLock)
                && !reentrant.isLocked()
                && !Thread.currentThread().isInterrupted();
    }

    private long lockOnce() {
        reentrant.lock();
        try {
            return reentrant.getHoldCount();
        } finally {
            reentrant.unlock();
        }
    }

    private long signal() {
        Object monitor = monitors[walk.next(monitors.length)];
        synchronized (monitor) {
            monitor.notifyAll();
        }
        return Thread.holdsLock(monitor) ? 1 : 0;
    }

    /** Ends by itself, or at once where an interrupt is pending; it may end early. */
    @SuppressWarnings("WaitNotInLoop")
    private long await() {
        Object monitor = monitors[walk.next(monitors.length)];
        synchronized (monitor) {
            try {
                monitor.wait(1);
                return Thread.holdsLock(monitor) ? 1 : 0;
            } catch (InterruptedException e) {
                return -1;
            }
        }
    }

    /** An interrupt ends a sleep and is gone with it; another one is seen once. */
    private static long interrupt() {
        Thread.currentThread().interrupt();
        long slept = sleep();
        Thread.currentThread().interrupt();
        long seen = Thread.interrupted() && !Thread.interrupted() ? 2 : 3;
        return slept * 10 + seen;
    }

    private static long sleep() {
        try {
            Thread.sleep(1_000);
            return 1;
        } catch (InterruptedException e) {
            return 0;
        }
    }

    private static long park() {
        LockSupport.unpark(Thread.currentThread());
        LockSupport.park(Deeds.class);
        return 1;
    }

    private static long parkBriefly() {
        LockSupport.parkNanos(Deeds.class, 1_000);
        return 1;
    }

    private static long yieldOnce() {
        Thread.yield();
        return 1;
    }

    private long allocate() {
        garbage = new byte[walk.next(8_192)];
        return garbage.length;
    }

    private long collect() {
        garbage = null;
        System.gc();
        return 1;
    }
}
