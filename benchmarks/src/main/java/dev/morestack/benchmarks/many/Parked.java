package dev.morestack.benchmarks.many;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The program that is measured: so many virtual threads recurse so deep and wait there, all at the
 * same time. Arguments: threads, frames. It prints what {@link Outcome} reads.
 */
public final class Parked {

    private final int frames;
    private final CountDownLatch arrived;
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicLong sum = new AtomicLong();
    private final AtomicInteger failed = new AtomicInteger();

    private Parked(int threads, int frames) {
        this.frames = frames;
        arrived = new CountDownLatch(threads);
    }

    public static void main(String[] arguments) throws InterruptedException {
        int threads = Integer.parseInt(arguments[0]);
        new Parked(threads, Integer.parseInt(arguments[1])).run(threads);
    }

    private void run(int count) throws InterruptedException {
        warmUp();
        long before = usedHeap();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofVirtual().unstarted(this::visit));
        }
        threads.forEach(Thread::start);
        arrived.await();
        long down = System.nanoTime() - start;
        long used = usedHeap() - before;
        long middle = System.nanoTime();
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        long up = System.nanoTime() - middle;
        if (failed.get() == 0 && sum.get() != (long) count * frames) {
            throw new IllegalStateException("frames got lost: " + sum);
        }
        System.out.println(failed + " " + used + " " + down + " " + up);
    }

    /** Compiles the recursion, so that frames are as they are in a program that has run a while. */
    private static void warmUp() {
        CountDownLatch open = new CountDownLatch(0);
        for (int i = 0; i < 20_000; i++) {
            long unused = descend(100, open, open);
        }
    }

    private void visit() {
        try {
            sum.addAndGet(descend(frames, arrived, end));
        } catch (StackOverflowError e) {
            failed.incrementAndGet();
            arrived.countDown();
        }
    }

    private static long descend(int left, CountDownLatch arrived, CountDownLatch end) {
        if (left > 0) {
            return 1 + descend(left - 1, arrived, end);
        }
        arrived.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        }
        return 0;
    }

    /** Returns the bytes in use after a full collection. */
    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
