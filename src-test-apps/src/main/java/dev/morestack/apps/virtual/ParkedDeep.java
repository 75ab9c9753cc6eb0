package dev.morestack.apps.virtual;

import dev.morestack.apps.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Virtual threads that are all parked at the bottom of their recursion at once. Arguments: the
 * threads, the depth of each, how many of them go deep (the others go down 20 frames), how many
 * frames of each hold a monitor.
 */
public final class ParkedDeep {

    private static final int SHALLOW = 20;
    private static final AtomicInteger PARKED = new AtomicInteger();
    private static final AtomicInteger RIGHT = new AtomicInteger();
    private static final AtomicInteger HELD = new AtomicInteger();
    private static final AtomicInteger FREE = new AtomicInteger();
    private static volatile boolean released;

    private final CountDownLatch bottom;
    private final Object[] monitors;
    private final Thread[] self = new Thread[1];

    private ParkedDeep(int held, CountDownLatch bottom) {
        this.bottom = bottom;
        monitors = new Object[held];
        for (int i = 0; i < held; i++) {
            monitors[i] = new Object();
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int count = Integer.parseInt(args[0]);
        int depth = Integer.parseInt(args[1]);
        int deep = Integer.parseInt(args[2]);
        int held = Integer.parseInt(args[3]);
        CountDownLatch bottom = new CountDownLatch(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int own = i < deep ? depth : SHALLOW;
            ParkedDeep one = new ParkedDeep(Math.min(held, own), bottom);
            threads.add(Thread.ofVirtual().unstarted(() -> one.run(own)));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        bottom.await();
        Result.print("at-the-bottom", PARKED);
        released = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Result.print("right", RIGHT);
        Result.print("held", HELD);
        Result.print("free", FREE);
    }

    private void run(int depth) {
        self[0] = Thread.currentThread();
        if (descend(depth) == depth && Thread.currentThread() == self[0]) {
            RIGHT.incrementAndGet();
        }
        for (Object monitor : monitors) {
            FREE.addAndGet(Thread.holdsLock(monitor) ? 0 : 1);
        }
    }

    private int descend(int n) {
        if (n == 0) {
            park();
            return 0;
        }
        if (n <= monitors.length) {
            synchronized (monitors[n - 1]) {
                return descend(n - 1) + 1;
            }
        }
        return descend(n - 1) + 1;
    }

    private void park() {
        PARKED.incrementAndGet();
        bottom.countDown();
        while (!released) {
            LockSupport.park();
        }
        for (Object monitor : monitors) {
            HELD.addAndGet(Thread.holdsLock(monitor) ? 1 : 0);
        }
    }
}
