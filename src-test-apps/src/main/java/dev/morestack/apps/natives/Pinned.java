package dev.morestack.apps.natives;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/**
 * Goes down, calls native code there, and goes down again above it. Arguments: a {@link Starter},
 * the depth below, the depth above.
 */
public final class Pinned {

    private static int above;
    private static int deepest;

    private Pinned() {}

    public static void main(String[] args) throws Exception {
        int below = Integer.parseInt(args[1]);
        above = Integer.parseInt(args[2]);
        Starter.valueOf(args[0])
                .run(
                        () -> {
                            Result.print("sum", down(below));
                            // The thread is as it was.
                            Result.print("again", down(below));
                        });
    }

    private static long down(int n) {
        if (n > 0) {
            return down(n - 1) + 1;
        }
        try {
            return Native.pin(above);
        } catch (StackOverflowError e) {
            Result.print("overflow", deepest > 1_000);
            return 0;
        }
    }

    static long descend(int n) {
        deepest = above - n;
        return n == 0 ? 0 : n + descend(n - 1);
    }
}
