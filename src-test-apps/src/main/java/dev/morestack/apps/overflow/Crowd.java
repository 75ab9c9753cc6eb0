package dev.morestack.apps.overflow;

import dev.morestack.apps.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets many threads grow at once, each until it is as deep as asked for or is stopped. Those that
 * come down wait there for all others.
 *
 * <p>Arguments: whether they are virtual, how many, the depth.
 */
public final class Crowd {

    private static final AtomicInteger DEEP = new AtomicInteger();
    private static final AtomicInteger REFUSED = new AtomicInteger();
    private static final AtomicInteger CLEANED = new AtomicInteger();
    private static final AtomicInteger AGAIN = new AtomicInteger();
    private static final AtomicInteger OTHER = new AtomicInteger();

    private final int depth;
    private final CountDownLatch arrived;
    private final ReentrantLock lock = new ReentrantLock();

    private Crowd(int depth, CountDownLatch arrived) {
        this.depth = depth;
        this.arrived = arrived;
    }

    public static void main(String[] args) throws InterruptedException {
        boolean virtual = Boolean.parseBoolean(args[0]);
        int count = Integer.parseInt(args[1]);
        int depth = Integer.parseInt(args[2]);
        CountDownLatch arrived = new CountDownLatch(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Crowd one = new Crowd(depth, arrived);
            threads.add(
                    virtual
                            ? Thread.ofVirtual().start(one::run)
                            : Thread.ofPlatform().start(one::run));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Result.print("deep", DEEP.get());
        Result.print("refused", REFUSED.get());
        Result.print("cleaned", CLEANED.get());
        Result.print("again", AGAIN.get());
        Result.print("other", OTHER.get());
    }

    private void run() {
        try {
            descend(depth);
            DEEP.incrementAndGet();
        } catch (StackOverflowError e) {
            REFUSED.incrementAndGet();
            arrived.countDown();
        } catch (Throwable e) {
            OTHER.incrementAndGet();
            arrived.countDown();
        }
        CLEANED.addAndGet(lock.isHeldByCurrentThread() ? 0 : 1);
        // The thread can be used again, as shallow as any.
        AGAIN.addAndGet(plain(1_000) == 1_000 ? 1 : 0);
    }

    private int descend(int n) throws InterruptedException {
        if (n == 0) {
            arrived.countDown();
            arrived.await();
            return 0;
        }
        if (n % 100 != 0) {
            return 1 + descend(n - 1);
        }
        lock.lock();
        try {
            return 1 + descend(n - 1);
        } finally {
            lock.unlock();
        }
    }

    private static int plain(int n) {
        return n == 0 ? 0 : 1 + plain(n - 1);
    }
}
