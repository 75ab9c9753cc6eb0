package dev.morestack.apps.virtual;

import dev.morestack.apps.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Virtual threads recurse again and again, while others look at their stacks: who does so keeps a
 * thread that is not mounted from being mounted, and submits it again.
 *
 * <p>Arguments: how many threads, how often, how deep.
 */
public final class TracedWhileDeep {

    private TracedWhileDeep() {}

    public static void main(String[] args) throws InterruptedException {
        int count = Integer.parseInt(args[0]);
        int times = Integer.parseInt(args[1]);
        int depth = Integer.parseInt(args[2]);
        AtomicLong sum = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofVirtual().start(() -> recurse(times, depth, sum)));
        }
        long frames = 0;
        long traces = 0;
        boolean alive = true;
        while (alive) {
            alive = false;
            for (Thread thread : threads) {
                frames += thread.getStackTrace().length;
                traces++;
                alive |= thread.isAlive();
            }
        }
        Result.print("sum", sum.get());
        Result.print("looked", traces >= count && frames > 0);
    }

    private static void recurse(int times, int depth, AtomicLong sum) {
        for (int i = 0; i < times; i++) {
            sum.addAndGet(descend(depth));
        }
    }

    private static long descend(int n) {
        return n == 0 ? 0 : 1 + descend(n - 1);
    }
}
