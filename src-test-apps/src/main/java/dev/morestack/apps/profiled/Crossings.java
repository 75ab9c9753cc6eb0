package dev.morestack.apps.profiled;

import dev.morestack.apps.Result;

/**
 * Counts those of its calls that make a check. Arguments: the depth, how often it goes there, and
 * whether on a virtual thread.
 */
public final class Crossings implements Runnable {

    private static long calls;

    private final int depth;
    private final int times;

    private Crossings(int depth, int times) {
        this.depth = depth;
        this.times = times;
    }

    public static void main(String[] args) throws InterruptedException {
        Runnable task = new Crossings(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Thread thread =
                Boolean.parseBoolean(args[2])
                        ? Thread.ofVirtual().unstarted(task)
                        : Thread.ofPlatform().name("crossing").unstarted(task);
        calls++;
        thread.start();
        thread.join();
        Result.print("calls", calls);
    }

    /** Calls one method alone, which checks, so it has no check itself. */
    @Override
    public void run() {
        for (int i = 0; i < times; i++) {
            descend(depth);
        }
    }

    private static int descend(int left) {
        calls++;
        return left == 1 ? leaf() : 1 + descend(left - 1);
    }

    /** Makes no call, so it has no check. */
    private static int leaf() {
        return 1;
    }
}
