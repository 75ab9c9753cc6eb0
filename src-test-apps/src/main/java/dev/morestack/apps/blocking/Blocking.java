package dev.morestack.apps.blocking;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Blocks at the bottom, once in each way, and again half-way up. Arguments: a {@link Starter}, the
 * depth.
 */
public final class Blocking {

    private final int depth;

    private Blocking(int depth) {
        this.depth = depth;
    }

    public static void main(String[] args) throws Exception {
        Blocking blocking = new Blocking(Integer.parseInt(args[1]));
        Starter.valueOf(args[0])
                .run(() -> Result.print("returned", blocking.descend(blocking.depth)));
    }

    private int descend(int n) {
        if (n == 0) {
            block("bottom");
            return 0;
        }
        int below = descend(n - 1);
        if (n == depth / 2) {
            block("half-way");
        }
        return below + 1;
    }

    private static void block(String where) {
        try {
            Thread.sleep(2);
            Result.print(where + "-sleep", "done");
            Result.print(where + "-interrupted-sleep", interruptedSleep());
            Result.print(where + "-park", park());
            Result.print(where + "-barrier", barrier());
            Result.print(where + "-handoff", handoff());
            synchronized (where) {
                where.wait(2);
            }
            Result.print(where + "-wait", "done");
            Result.print(where + "-flag", Thread.currentThread().isInterrupted());
        } catch (Exception e) {
            Result.print(where + "-failed", e);
        }
    }

    private static String interruptedSleep() {
        Thread self = Thread.currentThread();
        Thread other = new Thread(self::interrupt);
        other.start();
        try {
            Thread.sleep(60_000);
            return "not interrupted";
        } catch (InterruptedException e) {
            return "interrupted, flag " + self.isInterrupted();
        }
    }

    private static String park() {
        Thread self = Thread.currentThread();
        boolean[] unparked = new boolean[1];
        new Thread(
                        () -> {
                            synchronized (unparked) {
                                unparked[0] = true;
                            }
                            LockSupport.unpark(self);
                        })
                .start();
        while (true) {
            synchronized (unparked) {
                if (unparked[0]) {
                    return "unparked";
                }
            }
            LockSupport.park();
        }
    }

    private static String barrier() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        new Thread(
                        () -> {
                            try {
                                barrier.await();
                            } catch (Exception e) {
                                Result.print("barrier-failed", e);
                            }
                        })
                .start();
        barrier.await(30, TimeUnit.SECONDS);
        return "passed";
    }

    private static String handoff() throws InterruptedException {
        SynchronousQueue<String> queue = new SynchronousQueue<>();
        Thread giver = new Thread(() -> give(queue));
        giver.start();
        String taken = queue.poll(30, TimeUnit.SECONDS);
        giver.join();
        return taken;
    }

    private static void give(SynchronousQueue<String> queue) {
        try {
            queue.put("taken");
        } catch (InterruptedException e) {
            Result.print("giver-failed", e);
        }
    }
}
