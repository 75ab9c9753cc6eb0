/*
 * EXAMPLE 03: virtual threads, each 20,000 frames deep, parked
 *
 * A virtual thread has a stack limit of its own (1 MB, like others), and is unmounted when it
 * waits: its frames wait on the heap. Under Morestack it may be far deeper than that, and still be
 * unmounted: all of these threads wait at their deepest point at the same time, on as many
 * carriers as the machine has processors.
 *
 * $ ./morestack run -- -cp examples/target/classes dev.morestack.examples.Example03VirtualThreads
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * 100 virtual threads are parked, each 20000 frames deep
 * 100 came back up, having counted 2000000 frames
 */
package dev.morestack.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Parks many virtual threads, each at the bottom of a deep recursion. */
public final class Example03VirtualThreads {

    private static final int THREADS = 100;
    private static final int DEPTH = 20_000;

    private final CountDownLatch parked = new CountDownLatch(THREADS);
    private final CountDownLatch released = new CountDownLatch(1);

    private Example03VirtualThreads() {}

    public static void main(String[] arguments) throws Exception {
        new Example03VirtualThreads().run();
    }

    private void run() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                counts.add(threads.submit(() -> descend(DEPTH)));
            }
            parked.await();
            System.out.println(
                    THREADS + " virtual threads are parked, each " + DEPTH + " frames deep");
            released.countDown();
            long frames = 0;
            for (Future<Integer> count : counts) {
                frames += count.get();
            }
            System.out.println(
                    counts.size() + " came back up, having counted " + frames + " frames");
        }
    }

    /** Goes down, waits there until all threads are, and counts the frames on the way up. */
    private int descend(int frames) throws InterruptedException {
        if (frames == 0) {
            parked.countDown();
            released.await();
            return 0;
        }
        return 1 + descend(frames - 1);
    }
}
