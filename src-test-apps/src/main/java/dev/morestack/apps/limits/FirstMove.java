package dev.morestack.apps.limits;

import dev.morestack.Region;
import dev.morestack.apps.Result;

/**
 * Tells whether the oldest frame of a virtual thread names its source file: deep down, in the first
 * region that moves such a thread, and in one of a thread started later. Argument: the depth.
 */
public final class FirstMove {

    private static final long BYTES = 4 << 20;

    private FirstMove() {}

    public static void main(String[] args) throws InterruptedException {
        int depth = Integer.parseInt(args[0]);
        Thread.ofVirtual().start(() -> Result.print("sum", descend(depth, true))).join();
        Thread.ofVirtual().start(() -> Result.print("sum", descend(depth, false))).join();
    }

    private static long descend(int n, boolean isFirst) {
        if (n > 0) {
            return 1 + descend(n - 1, isFirst);
        }
        if (isFirst) {
            Result.print("before", hasFile());
        }
        Region.run(BYTES, () -> Result.print(isFirst ? "first" : "later", hasFile()));
        return 0;
    }

    private static boolean hasFile() {
        StackTraceElement[] trace = new Throwable().getStackTrace();
        return trace[trace.length - 1].getFileName() != null;
    }
}
