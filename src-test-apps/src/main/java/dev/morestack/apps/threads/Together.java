package dev.morestack.apps.threads;

import dev.morestack.apps.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Recurses on several threads of several kinds at once. Arguments: the depth, the threads of each
 * kind.
 */
public final class Together {

    private static final AtomicInteger FINISHED = new AtomicInteger();

    private Together() {}

    public static void main(String[] args) throws InterruptedException {
        int depth = Integer.parseInt(args[0]);
        int threads = Integer.parseInt(args[1]);
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int seed = i;
            started.add(Thread.ofPlatform().start(() -> work(depth, seed)));
            started.add(Thread.ofVirtual().start(() -> work(depth, seed)));
        }
        try (ForkJoinPool pool = new ForkJoinPool(2)) {
            for (int i = 0; i < threads; i++) {
                int seed = i;
                pool.execute(() -> work(depth, seed));
            }
        }
        for (Thread thread : started) {
            thread.join();
        }
        Result.print("finished", FINISHED);
    }

    private static void work(int depth, int seed) {
        Thread self = Thread.currentThread();
        long expected = (long) depth * (depth + 1) / 2 + seed;
        for (int i = 0; i < 3; i++) {
            if (descend(depth, seed, self) != expected) {
                return;
            }
        }
        FINISHED.incrementAndGet();
    }

    private static long descend(int n, int seed, Thread self) {
        if (n == 0) {
            return Thread.currentThread() == self ? seed : Long.MIN_VALUE;
        }
        if (n % 5000 == 0) {
            Thread.yield();
        }
        return descend(n - 1, seed, self) + n;
    }
}
